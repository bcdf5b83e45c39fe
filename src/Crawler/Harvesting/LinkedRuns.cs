using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Hands what one run left to the next of the same source, as long as both ask for the same.</summary>
internal static class LinkedRuns
{
    /// <summary>Nothing for recordings, whose answers fit only the questions that were recorded. A <paramref name="full"/> run forgets what was, and leaves as much as any.</summary>
    public static async Task<PastHarvest> PastAsync(HarvestMemory? memory, SourceDefinition source, HarvestRun run, bool full, CancellationToken ct)
    {
        if (memory is null || source.Recorded is not null) return PastHarvest.None;
        return full
            ? new PastHarvest(run.StartedAt, null, (_, _) => Task.FromResult<IReadOnlyDictionary<string, Catalog.Courses.RawListing>>(new Dictionary<string, Catalog.Courses.RawListing>()))
            : new PastHarvest(run.StartedAt, await memory.BookmarkAsync(source.Name, Scope(source), ct), (ids, token) => memory.ListingsAsync(source.Name, ids, token));
    }

    /// <summary>Keeps the bookmark of a run that is about to be closed; even when the program is stopping.</summary>
    public static Task KeepAsync(HarvestMemory? memory, SourceDefinition source, HarvestRun run, string? bookmark) =>
        memory is null || bookmark is null ? Task.CompletedTask : memory.KeepAsync(run, Scope(source), bookmark, CancellationToken.None);

    // Another address, or other categories, is another list: what is unchanged there may never have been seen.
    private static string Scope(SourceDefinition source) =>
        EntryDigest.Of(new { source.Platform, Address = source.Address?.AbsoluteUri, source.Categories, source.TokenVariable });
}
