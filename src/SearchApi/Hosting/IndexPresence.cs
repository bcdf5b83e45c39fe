using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>
/// Knows whether there is an index to answer from, and whether it has caught up since the start: with what the catalogue held when this process first looked.
/// Once it had, it has: a rebuild happens beside the one that serves, and lagging a little later on is told, not refused.
/// </summary>
internal sealed class IndexPresence(ICourseSearcher searcher, LedgerStore ledger, TimeProvider clock)
{
    /// <summary>How long an index that is behind makes readers wait for others to answer; then old answers are better than none.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    private readonly long began = clock.GetTimestamp();
    private volatile CatalogPosition? goal;
    private volatile bool seen;
    private volatile bool reached;

    /// <summary>Whether to answer from the index: it has caught up, or has been waited for long enough.</summary>
    public async ValueTask<bool> ServesAsync(CancellationToken ct) =>
        seen || (seen = searcher.Position.Epoch.Length > 0 && (await CaughtUpAsync(ct) || clock.GetElapsedTime(began) >= Patience));

    /// <summary>Whether the index has once held what the catalogue held at the start. A catalogue that cannot be read sets no goal, and an index of an earlier epoch is not waited for: it is built anew beside.</summary>
    public async ValueTask<bool> CaughtUpAsync(CancellationToken ct)
    {
        if (reached)
            return true;
        if (searcher.Position is not { Epoch.Length: > 0 } position)
            return false;
        goal ??= await NowAsync(ct);
        return reached = goal is null || position.Epoch != goal.Epoch || position.Revision >= goal.Revision;
    }

    private async Task<CatalogPosition?> NowAsync(CancellationToken ct)
    {
        using var timely = new CancellationTokenSource(Look, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timely.Token);
        try
        {
            return await ledger.PositionAsync(either.Token);
        }
        catch (Exception failure) when (failure is DbException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
