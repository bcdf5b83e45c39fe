using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>Finds how a list goes on to its next page. Pure.</summary>
internal static partial class Pager
{
    private static readonly string[] NextLinks = ["a[rel~='next']", "a.next", ".next > a", ".pagination-next a", "a.pagination__next"];

    /// <summary>Whether an address is another page of a list and no course.</summary>
    public static bool IsTurn(Uri address) => TurnedPath().IsMatch(address.AbsolutePath) || TurnedQuery().IsMatch(address.Query);

    /// <summary>The line of a recipe: the link to the next page, else the number in the address of the second; null where neither is on the page.</summary>
    /// <param name="document">The list.</param>
    /// <param name="page">Its address.</param>
    /// <param name="isCourse">Whether an address is one of the listed courses: their links may say «next» too.</param>
    public static string? Of(IHtmlDocument document, Uri page, Func<Uri, bool> isCourse)
    {
        if (Array.Find(NextLinks, selector => document.QuerySelector(selector)?.HasAttribute("href") == true) is { } next) return $"next: \"{next}\"";
        foreach (var address in document.QuerySelectorAll("a[href]").Select(link => WebLink.Of(link.GetAttribute("href"), page)).OfType<Uri>())
        {
            if (address.Host != page.Host) continue;
            if (SecondByQuery().Match(address.Query) is { Success: true } query && address.AbsolutePath == page.AbsolutePath) return $"page: {{ parameter: {query.Groups[1].Value} }}";
            if (SecondByPath().Match(address.AbsolutePath) is { Success: true } path) return $"page: {{ at: \"{path.Groups[1].Value}{{}}{path.Groups[2].Value}\" }}";
        }

        return ByWord(document, page, isCourse) is { } named ? $"next: \"{named}\"" : null;
    }

    // Nothing but its words tells what the link is; a selector that finds another link first would lead astray.
    private static string? ByWord(IHtmlDocument document, Uri page, Func<Uri, bool> isCourse)
    {
        var next = document.QuerySelectorAll("a[href]").FirstOrDefault(link =>
            Words.Plain(link.TextContent) is { } text && NextWord().IsMatch(text)
            && WebLink.Of(link.GetAttribute("href"), page) is { } address && address.Host == page.Host && address.PathAndQuery != page.PathAndQuery && !isCourse(address));
        return next is null ? null : Selectors.Naming(next).FirstOrDefault(selector => document.QuerySelector(selector) == next);
    }

    [GeneratedRegex(@"^(?:далі|наступн\p{L}+(?: сторінка)?|вперед|next(?: page)?|older(?: posts)?)? ?[›»→>]{0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextWord();

    [GeneratedRegex(@"/page/\d+/?$", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedPath();

    [GeneratedRegex(@"[?&](?:page|paged|pg|p|storinka)=\d+", RegexOptions.CultureInvariant)]
    private static partial Regex TurnedQuery();

    [GeneratedRegex(@"[?&](page|paged|pg|p|storinka)=2(?:&|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SecondByQuery();

    [GeneratedRegex("^([^\"\\\\]*/page/)2(/?)$", RegexOptions.CultureInvariant)]
    private static partial Regex SecondByPath();
}
