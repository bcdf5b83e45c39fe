using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Open edX portals: one request for every hundred runs, a few for the search, and one for each course's long description.</summary>
public sealed class OpenEdxPlatform : ICoursePlatform
{
    public string Name => "openedx";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source)
    {
        foreach (var problem in SourceAddress.Check(source)) yield return problem;
        if (source.Categories.Count > 0)
        {
            yield return new ConfigProblem(source.File, null, "`categories:` is not known to Open edX, whose course list has none; remove it.");
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, CancellationToken ct) =>
        new OpenEdxHarvest(source, source.At(""), fetcher).ReadAsync(marker, ct);
}
