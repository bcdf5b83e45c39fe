using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>What the details of a run said, and what its owner says about using them. <paramref name="Rests"/>: it was read, and has no validator that would make asking again cheap.</summary>
internal sealed record OpenEdxDetail(OpenEdxAbout? About, PageRules Rules, Uri Address, bool Rests);

/// <summary>Fetches the long descriptions of runs, by the interface or, where that is closed, from the page about each. One that is not to be had is left out; where the portal keeps refusing, it is not asked on.</summary>
/// <param name="byPage">The interface is closed.</param>
internal sealed class OpenEdxDetails(Uri lms, IPageFetcher fetcher, bool byPage)
{
    private const int RefusedInARow = 5;

    private int refused;

    public async Task<OpenEdxDetail> OfAsync(string key, CancellationToken ct)
    {
        var path = OpenEdxKey.Of(key)!.InPath;
        var address = SourceAddress.Below(lms, byPage ? $"courses/{path}/about" : $"api/courses/v1/courses/{path}/");
        if (refused >= RefusedInARow) return new(null, PageRules.None, address, Rests: false);
        var request = new PageRequest(address);
        var page = await fetcher.FetchAsync(byPage ? request : request with { Accept = "application/json" }, ct);
        refused = page.IsSuccess ? 0 : refused + 1;
        if (!page.IsSuccess) return new(null, PageRules.None, address, Rests: false);
        try
        {
            return new(Read(page), page.Rules, address, !page.HasValidator);
        }
        catch (ListingUnreliableException)
        {
            // Half an answer about one course says nothing about the list.
            return new(null, page.Rules, address, Rests: false);
        }
    }

    private OpenEdxAbout? Read(Page page)
    {
        if (byPage)
        {
            using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
            return OpenEdxAboutReader.Read(document, page.Address);
        }

        using var json = Answers.Json(page);
        return new OpenEdxAbout(OpenEdxReader.Overview(json.RootElement));
    }
}
