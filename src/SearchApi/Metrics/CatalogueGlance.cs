using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>What the gauges show, read in one go: sources, their alarms, the harvest's pulse, and how far catalogue and index are. <paramref name="Catalogue"/> is null where the catalogue could not be read.</summary>
internal sealed record CatalogueGlance(long? Catalogue, long Index, HarvestPulse? Harvest, IReadOnlyList<SourceStatus> Sources, IReadOnlyList<SourceAlarm> Alarms)
{
    public static readonly CatalogueGlance None = new(null, 0, null, [], []);

    /// <summary>Revisions that the index has not read yet; null where the catalogue could not be read.</summary>
    public long? Behind => Catalogue is { } revision ? Math.Max(0, revision - Index) : null;
}

/// <summary>Reads the glance when somebody wants to see it, at most once in <see cref="Fresh"/>; a catalogue that cannot be read makes an empty glance and no error.</summary>
internal sealed class GlanceReading(LedgerStore store, ICourseCatalog catalogue, SourceWatch watch, ICourseSearcher searcher, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1, 1);
    private long? read;

    /// <summary>The last one that was read.</summary>
    public CatalogueGlance Last { get; private set; } = CatalogueGlance.None;

    public async Task RefreshAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (read is { } at && clock.GetElapsedTime(at) < Fresh)
                return;
            Last = await ReadAsync(ct);
            read = clock.GetTimestamp();
        }
        finally
        {
            gate.Release();
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
