using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sites;

namespace DcCourseIndex.Crawler.Platforms.Diia;

/// <summary>What the page of one course or series says. <paramref name="IsTest"/>: it is a test of digital skills and no course.</summary>
internal sealed partial record DiiaPage(RawListing? Listing, bool IsTest)
{
    /// <summary>Without a listing where the page is a test, or the shell of a page that a browser fills. Pure.</summary>
    public static DiiaPage Read(Page page, string id)
    {
        using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
        if (DiiaKind.IsTest(document.DocumentElement, Words.Plain(document.QuerySelector("h1")?.TextContent))) return new(null, IsTest: true);
        if (CourseDetailReader.Read(page, document, id) is not { } listing) return new(null, IsTest: false);
        var kind = DiiaKind.Of(listing.Title, listing.Summary, null);
        return new(listing with
        {
            Duration = null,
            // The portal counts the hours of a course, not the days that it lasts.
            Workload = listing.Workload ?? listing.Duration ?? Hours(document),
            Publisher = listing.Publisher ?? Partner(document),
            Subjects = Joined(listing.Subjects, kind is null ? null : [kind]),
        }, IsTest: false);
    }

    /// <summary>Both, each once; null where there is none.</summary>
    public static IReadOnlyList<string>? Joined(IReadOnlyList<string>? one, IReadOnlyList<string>? other)
    {
        var all = (one ?? []).Concat(other ?? []).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return all.Count > 0 ? all : null;
    }

    // «1 година» alone in a box; of several different ones none is known to be the course's.
    private static string? Hours(IHtmlDocument document)
    {
        var hours = document.QuerySelectorAll("span, div, p, li").Where(element => element.ChildElementCount == 0 && element.TextContent.Length < 60)
            .Select(element => Words.Plain(element.TextContent)).OfType<string>().Where(text => Amount().IsMatch(text)).Distinct().Take(2).ToList();
        return hours is [var only] ? only : null;
    }

    private static string? Partner(IHtmlDocument document) => document.QuerySelectorAll("[class*=partner] img[alt]").Take(20)
        .Select(image => Words.Plain(image.GetAttribute("alt"))).FirstOrDefault(name => name is not null);

    [GeneratedRegex(@"^(?:\d{1,3}(?:[.,]\d)?\s*год\p{L}*\.?(?:\s*\d{1,2}\s*хв\p{L}*\.?)?|\d{1,3}\s*хв\p{L}*\.?|\d{1,3}(?:\.\d)?\s*hours?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
