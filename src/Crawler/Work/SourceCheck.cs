using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Visibility;

namespace DcCourseIndex.Crawler.Work;

/// <summary>What a first look at a portal shows. <paramref name="Failure"/> is the sentence that says why there is nothing; <paramref name="Filled"/> the share of courses that have a field, 0 to 1.</summary>
public sealed record SourceLook(
    IReadOnlyList<HarvestEntry> Courses,
    IReadOnlyList<Refusal> Refusals,
    int? Expected,
    IReadOnlyDictionary<string, double> Filled,
    FetchFigures Fetched,
    string? Failure)
{
    /// <summary>How well the portal's courses can be found; null where the portal was not asked.</summary>
    public VisibilityReport? Visibility { get; init; }
}

/// <summary>Looks at a portal as a harvest would, as far as its first page of listings, and writes nothing. Without <paramref name="terms"/> titles are not judged.</summary>
public sealed class SourceCheck(PageFetchers fetchers, IReadOnlyDictionary<string, ICoursePlatform> platforms, ListingPreparation preparation, OutdatedTerms? terms = null)
{
    /// <summary>Every failure of the portal is in the answer. With <paramref name="recordTo"/> the portal's answers are written into that folder.</summary>
    public async Task<SourceLook> LookAsync(SourceDefinition source, string? recordTo, CancellationToken ct)
    {
        if (source.Address is null)
        {
            return Nothing(FetchFigures.None, $"The source has no address. Write it into {source.File}, or let `dccourseindex new-source ADDRESS` find out what the portal speaks; courses that come as a file need none: `dccourseindex import FILE.ndjson --source {source.Name}`.");
        }

        if (fetchers.Unready(source) is { } unready) return Nothing(FetchFigures.None, unready);

        using var fetcher = fetchers.For(source, recordTo, sample: true);
        await fetcher.PrepareAsync(ct);
        var look = await FirstAsync(source, fetcher, ct);
        var visibility = await new VisibilityLook(source, fetcher, terms).AtAsync(look.Courses, ct);
        return look with { Visibility = visibility, Fetched = fetcher.Figures };
    }

    private async Task<SourceLook> FirstAsync(SourceDefinition source, PageFetcher fetcher, CancellationToken ct)
    {
        try
        {
            await foreach (var page in platforms[source.Platform].ReadAsync(source, fetcher, null, ct).WithCancellation(ct))
            {
                if (page.Listings.Count + page.Refusals.Count > 0) return Of(page, source, fetcher.Figures);
            }
        }
        catch (ListingUnreliableException refusal)
        {
            return Nothing(fetcher.Figures, refusal.Message);
        }

        return Nothing(fetcher.Figures, "The portal answered, but showed no course. Compare its pages in a browser; the address may lead to a page without a list.");
    }

    private SourceLook Of(ListingPage page, SourceDefinition source, FetchFigures figures)
    {
        var prepared = page.Listings.Select(listing => preparation.Prepare(listing, source.Traits)).ToList();
        HarvestEntry[] courses = [.. prepared.Select(p => p.Entry).OfType<HarvestEntry>()];
        var filled = new FieldCompleteness();
        foreach (var entry in courses)
        {
            filled.Add(entry.Course);
        }

        return new SourceLook(
            courses,
            [.. page.Refusals, .. prepared.Select(p => p.Refusal).OfType<Refusal>()],
            page.Expected,
            filled.Shares(),
            figures,
            null);
    }

    private static SourceLook Nothing(FetchFigures figures, string why) => new([], [], null, new Dictionary<string, double>(), figures, why);
}
