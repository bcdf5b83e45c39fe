using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>The one place where HTML of portals becomes a tree; a page that is made to keep a parser busy does not.</summary>
internal static class PageMarkup
{
    /// <summary>The document; the caller disposes. Throws <see cref="ListingUnreliableException"/> for a page that no browser would show either.</summary>
    public static IHtmlDocument Parse(string html, Uri address) => HtmlBurden.TooMuch(html) is { } reason
        ? throw new ListingUnreliableException($"{address} {reason}, which is no page for people; look at it in a browser and tell the portal's owner.")
        : new HtmlParser().ParseDocument(html);
}
