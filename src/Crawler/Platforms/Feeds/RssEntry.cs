using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>Reads one item of RSS with the modules that feeds of courses use: content, Dublin Core, Media RSS, iTunes, events. Pure.</summary>
internal static class RssEntry
{
    private const string Content = "purl.org/rss/1.0/modules/content";
    private const string DublinCore = "purl.org/dc";
    private const string Media = "search.yahoo.com/mrss";
    private const string Events = "modules/event";

    /// <summary>Null without a title or without an address.</summary>
    public static FeedEntry? Read(XElement item, Uri document, string? language)
    {
        var guid = item.Child("guid");
        var link = Link(item, guid, document);
        var content = item.Said("encoded", Content);
        var summary = Plain(item, "description");
        if (Title(item) is not { } title || link is null) return null;
        return new FeedEntry(Words.Plain(guid?.Value) ?? Words.Plain(item.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "about")?.Value) ?? link.AbsoluteUri, title, link)
        {
            Summary = summary,
            Content = content,
            Categories = [.. item.Children("category").Select(one => one.Value).Concat(item.Children("subject").Select(one => one.Value)).Select(one => Words.Unescaped(one)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            // RSS's own author is an e-mail address by its specification.
            Authors = [.. item.Children("creator").Select(one => Words.Unescaped(one.Value)).OfType<string>().Distinct(StringComparer.Ordinal)],
            Image = Image(item, document) ?? FeedMarkup.Picture(content ?? summary, link),
            Language = item.Said("language", DublinCore) ?? language,
            Rights = item.Said("license") ?? item.Said("rights", DublinCore),
            Changed = new[] { item.Said("pubDate"), item.Said("date", DublinCore), item.Said("modified"), item.Said("updated") }.Select(FeedDates.Of).Max(),
            Start = item.Said("startdate", Events),
            End = item.Said("enddate", Events),
        };
    }

    // A guid is an address only where it does not say otherwise (RSS 2.0, guid), and names of other schemes are none.
    private static Uri? Link(XElement item, XElement? guid, Uri document)
    {
        var written = item.Children("link").Where(link => link.Attribute("rel")?.Value is null or "alternate").Select(link => FeedMarkup.Resolve(link, Words.Plain(link.Value) ?? link.Attribute("href")?.Value, document)).FirstOrDefault(link => link is not null);
        return written ?? (guid?.Attribute("isPermaLink")?.Value.Trim().ToLowerInvariant() is not "false" && Uri.TryCreate(guid?.Value.Trim(), UriKind.Absolute, out var permanent) && permanent.Scheme is "http" or "https" ? permanent : null);
    }

    // A media:title is that of a picture.
    private static string? Title(XElement item) => Words.Unescaped(Plain(item, "title"));

    private static string? Plain(XElement item, string name) => item.Children(name)
        .Where(child => !child.Name.NamespaceName.Contains(Media, StringComparison.OrdinalIgnoreCase))
        .Select(child => child.Value.Trim())
        .FirstOrDefault(text => text.Length > 0);

    private static string? Image(XElement item, Uri document)
    {
        var pictures = item.Children("enclosure").Where(IsPicture).Select(one => (one, one.Attribute("url")?.Value))
            .Concat(item.Descendants().Where(one => one.Name.NamespaceName.Contains(Media, StringComparison.OrdinalIgnoreCase) && (one.Name.LocalName == "thumbnail" || (one.Name.LocalName == "content" && IsPicture(one)))).Select(one => (one, one.Attribute("url")?.Value)))
            .Concat(item.Children("image").Select(one => (one, one.Attribute("href")?.Value ?? one.Child("url")?.Value)));
        return pictures.Select(found => FeedMarkup.Resolve(found.one, found.Item2, document)?.AbsoluteUri).FirstOrDefault(address => address is not null);
    }

    private static bool IsPicture(XElement media) =>
        media.Attribute("type")?.Value.Trim().StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true || media.Attribute("medium")?.Value == "image";
}
