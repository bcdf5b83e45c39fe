using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Moodle.WebService;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>
/// University portals on Moodle. Without a token the public pages are read as any visitor sees them; with one the web services,
/// which know more of access and dates. Both yield the same courses under the same ids, so a token may be added at any time.
/// </summary>
/// <param name="environment">Answers for environment variables; null where one is not set.</param>
public sealed class MoodlePlatform(Func<string, string?> environment) : ICoursePlatform
{
    public string Name => "moodle";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        // Going on without a token that is named would change what is known of every course, so it is not done silently.
        var (token, problem) = SourceToken.Read(source, environment);
        if (problem is not null) throw new ListingUnreliableException(problem);
        var pages = token is not null
            ? new MoodleServiceHarvest(source, new MoodleService(source, fetcher, token)).ReadAsync(marker, ct)
            : new MoodleVisit(source, fetcher).ReadAsync(marker, ct);
        await foreach (var page in pages.ConfigureAwait(false)) yield return page;
    }
}
