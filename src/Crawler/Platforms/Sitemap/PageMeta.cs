using AngleSharp.Html.Dom;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>What any page says of itself in its head: the page's own heading, else OpenGraph, else the plain title. Its declared language is left out, because themes declare theirs and not the text's.</summary>
internal sealed record PageMeta(string? Title, string? Description, string? Image)
{
    public static PageMeta Of(IHtmlDocument document, Uri address)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name")) is { } name && Words.Plain(meta.GetAttribute("content")) is { } content) named.TryAdd(name, content);
        }

        var image = named.GetValueOrDefault("og:image");
        return new PageMeta(
            Words.Plain(document.QuerySelector("h1")?.TextContent) ?? named.GetValueOrDefault("og:title") ?? Words.Plain(document.QuerySelector("title")?.TextContent),
            named.GetValueOrDefault("og:description") ?? named.GetValueOrDefault("description"),
            image is not null && Uri.TryCreate(address, image, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null);
    }
}
