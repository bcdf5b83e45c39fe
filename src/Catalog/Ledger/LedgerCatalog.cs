using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The ledger on whichever engine keeps the store. Safe for many threads; other processes may read and write the same store.</summary>
public sealed class LedgerCatalog(LedgerStore store, LedgerOptions options, TimeProvider clock) : ICourseCatalog
{
    private const int ListingsAPage = 200;
    private readonly StateCounts counts = new();

    public Task<HarvestRun> OpenHarvestAsync(HarvestOpening opening, CancellationToken ct) =>
        CourseId.IsSourceName(opening.Source)
            ? store.RepeatAsync(tx => RunOpening.OpenAsync(tx, opening), ct)
            : throw new ArgumentException($"«{opening.Source}» cannot name a source: 2 to 40 of a-z, 0-9 and hyphen.", nameof(opening));

    public Task RecordAsync(HarvestRun run, HarvestBatch batch, CancellationToken ct)
    {
        PreparedEntry[] entries = [.. batch.Entries.Select(entry => PreparedEntry.Of(entry, run.Source))];
        return store.RepeatAsync(
            async tx =>
            {
                await RunRecording.RecordAsync(tx, run, batch, entries);
                return true;
            },
            ct);
    }

    public Task<HarvestReport> CloseHarvestAsync(HarvestRun run, HarvestClosing closing, CancellationToken ct) =>
        store.RepeatAsync(tx => RunClosing.CloseAsync(tx, run, closing, options, clock.GetUtcNow()), ct);

    public Task<ChangePage> ChangesAfterAsync(long revision, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return store.ReadAsync(
            async tx =>
            {
                var position = await LedgerStore.PositionAsync(tx);
                var rows = await tx.QueryAsync<CourseRow>(
                    $"{CourseRow.Select} where c.revision > @revision order by c.revision limit @limit",
                    new { revision, limit });
                return new ChangePage(position, await CourseRow.ToChangesAsync(tx, rows));
            },
            ct);
    }

    public Task<CourseChange?> FindAsync(string id, CancellationToken ct) => store.ReadAsync(
        async tx => (await CourseRow.ToChangesAsync(tx, await tx.QueryAsync<CourseRow>($"{CourseRow.Select} where c.id = @id", new { id }))) is [var found] ? found : null,
        ct);

    public async IAsyncEnumerable<StoredListing> RawListingsAsync(string? source, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = "";
        while (true)
        {
            // A page a transaction: one that stays open while the caller works keeps the write-ahead file from shrinking.
            var page = await store.ReadAsync(tx => ListingRow.PageAsync(tx, source, after, ListingsAPage), ct);
            foreach (var row in page)
            {
                yield return new StoredListing(row.Id, row.Source, Packed.ReadValue<RawListing>(row.Raw));
            }

            if (page.Count < ListingsAPage)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    public Task<IReadOnlyList<SourceStatus>> SourcesAsync(CancellationToken ct) => store.ReadAsync(tx => SourceOverview.ReadAsync(tx, counts), ct);
}
