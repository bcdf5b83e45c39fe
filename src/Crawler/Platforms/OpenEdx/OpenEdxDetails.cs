using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Fetches the long descriptions of courses. One that is not to be had is left out; where the portal keeps refusing, it is not asked on.</summary>
internal sealed class OpenEdxDetails(SourceDefinition source, IPageFetcher fetcher)
{
    private const int RefusedInARow = 5;

    private int refused;

    /// <summary>
    /// The long description as HTML, null where there is none; what the owner says about using the answer (an interface speaks by its headers alone);
    /// and whether it may rest for some nights: it was read, and has no validator that would make asking again cheap.
    /// </summary>
    public async Task<(string? Overview, PageRules Rules, Uri Address, bool Rests)> OfAsync(string key, CancellationToken ct)
    {
        var address = source.At($"api/courses/v1/courses/{OpenEdxCourse.InPath(key)}/");
        if (refused >= RefusedInARow) return (null, PageRules.None, address, false);
        var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = "application/json" }, ct);
        refused = page.IsSuccess ? 0 : refused + 1;
        if (!page.IsSuccess) return (null, PageRules.None, address, false);
        try
        {
            using var json = Answers.Json(page);
            return (OpenEdxReader.Overview(json.RootElement), page.Rules, address, !page.HasValidator);
        }
        catch (ListingUnreliableException)
        {
            // Half an answer about one course says nothing about the list.
            return (null, page.Rules, address, false);
        }
    }
}
