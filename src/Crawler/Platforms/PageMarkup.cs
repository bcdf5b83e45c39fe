using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Parses the HTML of a page, except where it is made to keep a parser busy: open elements cost it the square of their number.</summary>
internal static class PageMarkup
{
    // Real pages stay below a hundred, broken ones that close nothing below a thousand.
    private const int DeepestNesting = 5000;

    private static readonly HashSet<string> NeverClosed = new(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "path", "use"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The document; the caller disposes. Throws <see cref="ListingUnreliableException"/> for a page that no browser would show either.</summary>
    public static IHtmlDocument Parse(string html, Uri address) =>
        Nesting(html) <= DeepestNesting
            ? new HtmlParser().ParseDocument(html)
            : throw new ListingUnreliableException($"{address}: more than {DeepestNesting} elements are open at once, which is no page for people; look at it in a browser and tell the portal's owner.");

    private static int Nesting(string html)
    {
        int open = 0, deepest = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
            if (end == start || NeverClosed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(start, end - start))) continue;
            if (closes) open = Math.Max(0, open - 1);
            else deepest = Math.Max(deepest, ++open);
        }

        return deepest;
    }
}
