using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>x</summary>
public sealed class WordPressPlatform : ICoursePlatform
{
    public string Name => "wordpress";
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);
    public IAsyncEnumerable<ListingPage> ReadAsync(SourceDefinition source, IPageFetcher fetcher, string? marker, CancellationToken ct) => throw new NotSupportedException();
}
