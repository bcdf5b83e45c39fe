using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>
/// Sites that announce their courses in a feed (RSS, Atom) or in a list of feeds (OPML); <c>address:</c> is that of the feed itself. A feed shows only the newest entries,
/// so a course that it does not show any more is not missing, unless the feed says that it is complete (RFC 5005 §2). <c>categories:</c> names those that announce courses; "*" takes every entry.
/// </summary>
public sealed class FeedPlatform : ICoursePlatform
{
    public string Name => "feed";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source).Concat(
        source.Categories.Count > 1 && source.Categories.Contains(FeedListing.Every)
            ? [new ConfigProblem(source.File, null, "`categories:` holds \"*\", which takes every entry, and names beside it; leave one of them out.")]
            : []);

    /// <inheritdoc/>
    public IAsyncEnumerable<ListingPage> ReadAsync(SourceDefinition source, IPageFetcher fetcher, string? marker, CancellationToken ct) =>
        new FeedHarvest(source, fetcher).ReadAsync(marker, ct);
}
