using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>Asks for the page of one course and judges whether a listing may be made of it.</summary>
internal sealed class CoursePages(SourceDefinition source, IPageFetcher fetcher)
{
    /// <summary>The page, or what to say of the course instead; exactly one of the two.</summary>
    public async Task<(Page? Page, Looked? Instead)> AskAsync(SiteCourse course, CancellationToken ct)
    {
        var page = await fetcher.FetchAsync(new PageRequest(course.Address), ct);
        if (page.Failure is { } failure) return (null, Refused(course, failure.Message));
        if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return (null, Looked.Nothing);
        if (!page.IsSuccess) return (null, Refused(course, $"{course.Address}: the portal answered {(int)page.Status}; open the address in a browser."));
        if (!source.Owns(page.Address)) return (null, Refused(course, $"{course.Address}: the address leads to another host ({page.Address.Host}), which is not followed."));
        return page.Rules.NotListed(page.Address) is { } unwanted ? (null, Refused(course, unwanted)) : (page, null);
    }

    public static Looked Refused(SiteCourse course, string reason) => new(null, new Refusal(course.Id, reason, course.Address.AbsoluteUri));

    /// <summary>The way out where a page that only a browser fills says nothing.</summary>
    public static string ByFile(SourceDefinition source) =>
        $"Ask the portal's owner for an interface, a sitemap or a file of the courses; a file is taken in with `dccourseindex import FILE.ndjson --source {source.Name}`.";
}
