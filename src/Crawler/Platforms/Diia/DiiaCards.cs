using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Platforms.Sites;

namespace DcCourseIndex.Crawler.Platforms.Diia;

/// <summary>Reads the cards of a list page: courses and educational series, but no tests. Pure.</summary>
internal static class DiiaCards
{
    private const int LongestKind = 40;

    public static readonly CardReading Reading = new(Read, Next);

    public static IReadOnlyList<CourseCard> Read(IHtmlDocument page, Uri address)
    {
        // A list for some audience says which in its heading; the list of everything says nothing.
        var list = address.AbsolutePath.Contains("/catalog/", StringComparison.Ordinal) ? Words.Plain(page.QuerySelector("h1")?.TextContent) : null;
        var cards = new Dictionary<string, CourseCard>(StringComparer.Ordinal);
        foreach (var link in page.QuerySelectorAll("a[href]"))
        {
            if (WebLink.Of(link.GetAttribute("href"), address) is not { } to || to.Authority != address.Authority || DiiaAddress.Name(to) is not { } name) continue;
            if (Card(link, name, to, address, list) is not { } card) continue;
            // The same course may stand there in both languages: the one of the page counts.
            if (!cards.TryAdd(name, card) && DiiaAddress.IsEnglish(cards[name].Address) != DiiaAddress.IsEnglish(address)) cards[name] = card;
        }

        return [.. cards.Values];
    }

    // Links in menus and footers have no title element.
    private static CourseCard? Card(IElement link, string name, Uri to, Uri address, string? list)
    {
        var title = Text(link, "[class*=__title]") ?? Text(link, "h2, h3, h4, h5, h6");
        if (title is null || DiiaKind.IsTest(link, title)) return null;
        var summary = Text(link, "[class*=__description]");
        var subjects = new[] { DiiaKind.Of(title, summary, Text(link, "[class*=__tag], [class*=__label], [class*=__type], [class*=badge]") is { Length: <= LongestKind } kind ? kind : null), list }.OfType<string>().ToList();
        return new CourseCard(name, to, title)
        {
            Summary = summary,
            Image = WebLink.Of(link.QuerySelector("img[src]")?.GetAttribute("src"), address),
            Subjects = subjects.Count > 0 ? subjects : null,
        };
    }

    // Beyond its end the list shows its first or last page again, so it ends where nothing is new, unless the page itself leads on.
    private static Uri? Next(IHtmlDocument page, Uri address, int number, int fresh)
    {
        var next = string.Create(CultureInfo.InvariantCulture, $"page={number + 1}");
        return fresh > 0 || page.QuerySelectorAll("a[href*='page=']").Any(link => link.GetAttribute("href")!.EndsWith(next, StringComparison.Ordinal))
            ? new Uri($"{address.GetLeftPart(UriPartial.Path)}?{next}")
            : null;
    }

    private static string? Text(IElement card, string selector) => Words.Plain(card.QuerySelector(selector)?.TextContent);
}
