using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Reads the runs of a catalogue page that an LMS renders itself (<c>/courses</c>), by the links to the pages about them. Pure.</summary>
internal static class OpenEdxCards
{
    /// <summary>Empty where the page is only the shell of a list that a browser fills.</summary>
    public static IReadOnlyList<OpenEdxRun> Read(IHtmlDocument page, Uri address)
    {
        var runs = new Dictionary<string, OpenEdxRun>(StringComparer.Ordinal);
        foreach (var link in page.QuerySelectorAll("a[href]"))
        {
            if (WebLink.Of(link.GetAttribute("href"), address) is not { } to || !to.AbsolutePath.TrimEnd('/').EndsWith("/about", StringComparison.Ordinal)) continue;
            if (OpenEdxKey.InAddress(to) is { } key && Run(key, link, address) is { } run) runs.TryAdd(run.Key, run);
        }

        return [.. runs.Values];
    }

    private static OpenEdxRun? Run(OpenEdxKey key, IElement link, Uri address)
    {
        var card = link.Closest(".courses-listing-item, article, li") ?? link;
        var title = Text(card, ".course-title") ?? Text(card, "h1, h2, h3, h4") ?? Words.Plain(link.TextContent);
        if (title is null) return null;
        var written = card.QuerySelector(".course-date[data-datetime], .localized_datetime[data-datetime]")?.GetAttribute("data-datetime");
        var start = OpenEdxMoments.Start(written);
        return new OpenEdxRun(key.Whole, key.Course, WebUtility.HtmlEncode(title))
        {
            Organisation = Text(card, ".course-organization") ?? key.Organisation,
            Image = WebLink.Of(card.QuerySelector("img[src]")?.GetAttribute("src"), address)?.AbsoluteUri,
            Start = start,
            Dates = start is null ? null : new RawInstance(WithColon(written!)),
        };
    }

    private static string? Text(IElement card, string selector) => Words.Plain(card.QuerySelector(selector)?.TextContent);

    /// <summary>Python writes zones as <c>+0000</c>, everybody else as <c>+00:00</c>.</summary>
    internal static string WithColon(string moment) => moment.Length > 5 && moment[^5] is '+' or '-' && moment[^4..].All(char.IsAsciiDigit) ? $"{moment[..^2]}:{moment[^2..]}" : moment;
}
