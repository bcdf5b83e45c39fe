using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>What earlier runs of a source left for this one, to be read by its platform: the bookmark of the last promoted run, and listings whose details need not be asked for again.</summary>
/// <param name="began">When this run began.</param>
/// <param name="bookmark">In the platform's own words; null where every course must be listed.</param>
/// <param name="listings">The last promoted listings by the platform's identifiers; unknown ones are left out.</param>
public sealed class PastHarvest(
    DateTimeOffset began, string? bookmark, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, RawListing>>> listings)
{
    private static readonly IReadOnlyDictionary<string, RawListing> Empty = new Dictionary<string, RawListing>();

    /// <summary>For runs that neither use nor leave anything: checks, recordings.</summary>
    public static readonly PastHarvest None = new(default, null, (_, _) => Task.FromResult(Empty)) { IsKept = false };

    /// <summary>Whether anything that this run leaves will be found by the next.</summary>
    public bool IsKept { get; private init; } = true;

    /// <summary>When this run began; of no meaning where nothing is kept.</summary>
    public DateTimeOffset Began => began;

    public string? Bookmark => bookmark;

    /// <summary>What is known of some courses by the platform's identifiers.</summary>
    public async Task<KeptDetails> DetailsAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        new(this, IsKept && ids.Count > 0 ? await listings(ids, ct) : Empty);
}
