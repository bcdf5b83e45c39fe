using System.Collections.Concurrent;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Work;

/// <summary>
/// Sees to it that no two runs of one source overlap: in this process, and with <paramref name="leases"/> on all nodes. Without them the role's
/// lock keeps other processes out. <paramref name="node"/> is the name under which runs are kept; null: none.
/// </summary>
public sealed class SourceTurns(Leases? leases = null, string? node = null)
{
    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.Ordinal);

    /// <summary>Takes the source's turn until disposed; null where a run is going on.</summary>
    public async Task<SourceTurn?> TryTakeAsync(string source, CancellationToken ct)
    {
        if (!running.TryAdd(source, true))
        {
            return null;
        }

        var taken = false;
        try
        {
            var held = leases is null ? null : await leases.TryHoldAsync(source, ct);
            taken = leases is null || held is not null;
            return taken ? new SourceTurn(held, node, () => running.TryRemove(source, out _)) : null;
        }
        finally
        {
            if (!taken)
            {
                running.TryRemove(source, out _);
            }
        }
    }
}
