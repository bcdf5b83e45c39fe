using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Blogs of libraries and schools on WordPress, whose posts and pages announce courses and webinars; one request for every hundred posts.</summary>
public sealed class WordPressPlatform : ICoursePlatform
{
    /// <summary>The most that the interface gives at once.</summary>
    internal const int PageSize = 100;

    /// <summary>Everything is listed again after so many days: the interface never says what was taken down.</summary>
    internal const int WholeListDays = 14;

    public string Name => "wordpress";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);

    /// <inheritdoc/>
    public IAsyncEnumerable<ListingPage> ReadAsync(SourceDefinition source, IPageFetcher fetcher, string? marker, CancellationToken ct) =>
        WordPressFeed.InsteadAsync(source, fetcher, marker, ReadRestAsync(source, fetcher, marker, ct), ct);

    private static async IAsyncEnumerable<ListingPage> ReadRestAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var rest = await WordPressRest.FindAsync(source, fetcher, ct);
        var allowed = await WordPressCategories.AllowedAsync(source, rest, ct);
        // Only posts have categories.
        var types = allowed.Count > 0 ? [WordPressType.Posts] : await rest.TypesAsync(ct);
        var harvest = new WordPressHarvest(source, fetcher, rest, allowed);
        await foreach (var page in harvest.ReadAsync(types, marker, ct).ConfigureAwait(false)) yield return page;
    }
}
