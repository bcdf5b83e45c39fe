using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Fetches the long descriptions of courses. One that is not to be had is left out; where the portal keeps refusing, it is not asked on.</summary>
internal sealed class OpenEdxDetails(SourceDefinition source, IPageFetcher fetcher)
{
    private const int RefusedInARow = 5;

    private int refused;

    /// <summary>HTML, null where there is none; and whether it may rest for some nights: it was read, and has no validator that would make asking again cheap.</summary>
    public async Task<(string? Html, bool Rests)> OverviewAsync(string key, CancellationToken ct)
    {
        if (refused >= RefusedInARow) return default;
        var address = source.At($"api/courses/v1/courses/{OpenEdxCourse.InPath(key)}/");
        var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = "application/json" }, ct);
        refused = page.IsSuccess ? 0 : refused + 1;
        if (!page.IsSuccess) return default;
        try
        {
            using var json = Answers.Json(page);
            return (OpenEdxReader.Overview(json.RootElement), !page.HasValidator);
        }
        catch (ListingUnreliableException)
        {
            // Half an answer about one course says nothing about the list.
            return default;
        }
    }
}
