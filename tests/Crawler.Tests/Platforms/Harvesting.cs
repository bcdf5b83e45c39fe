using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>What one whole run of a platform yields.</summary>
internal sealed record Harvested(IReadOnlyList<RawListing> Listings, IReadOnlyList<Refusal> Refusals, IReadOnlyList<ListingPage> Pages)
{
    public IReadOnlyDictionary<string, RawListing> ById { get; } = Listings.ToDictionary(listing => listing.Id);

    public static async Task<Harvested> Of(ICoursePlatform platform, SourceDefinition source, IPageFetcher fetcher, string? marker = null)
    {
        var pages = new List<ListingPage>();
        await foreach (var page in platform.ReadAsync(source, fetcher, marker, CancellationToken.None)) pages.Add(page);
        return new Harvested([.. pages.SelectMany(page => page.Listings)], [.. pages.SelectMany(page => page.Refusals)], pages);
    }
}
