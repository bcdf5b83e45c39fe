using System.Diagnostics.Metrics;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>
/// Reads what the gauges show when somebody wants to see it, at most once in <see cref="Fresh"/>: whoever collects refreshes it first.
/// A catalogue that cannot be read makes an empty glance and no error.
/// </summary>
public sealed class GlanceReading : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly LedgerStore store;
    private readonly ICourseCatalog catalogue;
    private readonly SourceWatch watch;
    private readonly ICourseSearcher searcher;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim gate = new(1, 1);
    private CatalogueGlance last = CatalogueGlance.None;
    private long? read;

    public GlanceReading(LedgerStore store, ICourseCatalog catalogue, SourceWatch watch, ICourseSearcher searcher, IMeterFactory meters, TimeProvider clock)
    {
        (this.store, this.catalogue, this.watch, this.searcher, this.clock) = (store, catalogue, watch, searcher, clock);
        var meter = meters.Create(ServiceMeters.Own);
        _ = new CatalogueGauges(meter, () => last);
        MemoryGauges.Add(meter);
    }

    /// <summary>Reads anew, unless that was done within <see cref="Fresh"/>.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (read is { } at && clock.GetElapsedTime(at) < Fresh)
                return;
            last = await ReadAsync(ct);
            read = clock.GetTimestamp();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Reads once in every pause until it is told to stop, for figures that are sent and not fetched.</summary>
    public async Task KeepFreshAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await RefreshAsync(ct);
                await Task.Delay(pause, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<CatalogueGlance> ReadAsync(CancellationToken ct)
    {
        var index = searcher.Position.Revision;
        try
        {
            return new(
                (await store.PositionAsync(ct)).Revision,
                index,
                await watch.PulseAsync(ct),
                await catalogue.SourcesAsync(ct),
                await watch.StandingAsync(ct));
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException)
        {
            return CatalogueGlance.None with { Index = index };
        }
    }
}
