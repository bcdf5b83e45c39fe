using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Portals.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Portals.Tests;

/// <summary>Reads a source with the crawler's own fetcher and platform, from its recording or from a running portal.</summary>
internal static class Crawl
{
    public static async Task<List<RawListing>> ReadAsync(SourceDefinition source, string? token = null)
    {
        var platform = AllPlatforms.Create(_ => token).Single(platform => platform.Name == source.Platform);
        using var fetcher = new PageFetchers(new FetchSettings { Contact = "mailto:tests@prometeo.example" }, TimeProvider.System, NullLoggerFactory.Instance).For(source);
        var listings = new List<RawListing>();
        await foreach (var page in platform.ReadAsync(source, fetcher, null, CancellationToken.None))
        {
            Assert.Empty(page.Refusals);
            listings.AddRange(page.Listings);
        }

        return listings;
    }

    /// <summary>A source for a portal that runs on the loopback.</summary>
    public static SourceDefinition Source(Portal portal, string platform, string? tokenVariable = null) => new()
    {
        Name = "invented",
        Title = "Вигаданий портал",
        Platform = platform,
        Address = portal.Address,
        AllowPrivateAddress = true,
        TokenVariable = tokenVariable,
        Politeness = new() { Delay = TimeSpan.Zero },
    };
}
