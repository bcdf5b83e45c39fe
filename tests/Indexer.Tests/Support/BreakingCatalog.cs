using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>A catalogue whose changes cannot be read at chosen moments; everything else is the real one's.</summary>
public sealed class BreakingCatalog(ICourseCatalog real, Func<int, bool> breaksAt, Action<int>? before = null) : ICourseCatalog
{
    public int Calls { get; private set; }

    public Task<ChangePage> ChangesAfterAsync(long revision, int limit, CancellationToken ct)
    {
        Calls++;
        before?.Invoke(Calls);
        return breaksAt(Calls) ? throw new IOException("The disk is gone (invented).") : real.ChangesAfterAsync(revision, limit, ct);
    }

    public Task<HarvestRun> OpenHarvestAsync(HarvestOpening opening, CancellationToken ct) => real.OpenHarvestAsync(opening, ct);

    public Task RecordAsync(HarvestRun run, HarvestBatch batch, CancellationToken ct) => real.RecordAsync(run, batch, ct);

    public Task<HarvestReport> CloseHarvestAsync(HarvestRun run, HarvestClosing closing, CancellationToken ct) => real.CloseHarvestAsync(run, closing, ct);

    public Task<CourseChange?> FindAsync(string id, CancellationToken ct) => real.FindAsync(id, ct);

    public IAsyncEnumerable<StoredListing> RawListingsAsync(string? source, CancellationToken ct) => real.RawListingsAsync(source, ct);

    public Task<IReadOnlyList<SourceStatus>> SourcesAsync(CancellationToken ct) => real.SourcesAsync(ct);
}
