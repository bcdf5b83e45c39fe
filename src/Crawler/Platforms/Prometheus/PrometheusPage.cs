using AngleSharp.Html.Dom;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Platforms.Sites;

namespace DcCourseIndex.Crawler.Platforms.Prometheus;

/// <summary>What the page of one course says. <paramref name="Key"/> leads to its runs in the LMS; null where the page names none, or several courses.</summary>
internal sealed record PrometheusPage(RawListing Listing, OpenEdxKey? Key, WrittenPrice? Price)
{
    /// <summary>Null for the shell of a page that a browser fills. Pure.</summary>
    public static PrometheusPage? Read(Page page, string id)
    {
        using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
        if (CourseDetailReader.Read(page, document, id) is not { } listing) return null;
        var price = WrittenPrice.Of(document.QuerySelector(".tag-price")?.TextContent);
        return new PrometheusPage(listing, KeyIn(document, page.Address), price.Class is null ? null : price);
    }

    // Other courses that the page recommends have pages of the site; only its own leads into the LMS.
    private static OpenEdxKey? KeyIn(IHtmlDocument document, Uri address)
    {
        var keys = document.QuerySelectorAll("a[href]").Select(link => WebLink.Of(link.GetAttribute("href"), address))
            .Where(to => to is not null && !(to.Authority == address.Authority && !to.AbsolutePath.Contains("course-v1", StringComparison.Ordinal)))
            .Select(to => OpenEdxKey.InAddress(to!))
            .Concat(document.QuerySelectorAll("[data-course-id], [data-course-key]").Select(element => OpenEdxKey.Of(element.GetAttribute("data-course-id") ?? element.GetAttribute("data-course-key"))))
            .OfType<OpenEdxKey>()
            .DistinctBy(key => key.Course, StringComparer.OrdinalIgnoreCase)
            .Take(2)
            .ToList();
        return keys is [var only] ? only : null;
    }
}
