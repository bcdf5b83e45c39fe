using System.Collections.Concurrent;
using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>
/// The gates of this process, and behind them, where several nodes ask portals, the ones that all of them share. Within a node the first who came goes
/// first; a host passes from node to node when nobody of the one that has it is inside.
/// </summary>
internal sealed class SharedGates(HostGates own, HostSlots? slots, LeaseTimes times, TimeProvider clock, ILogger log)
{
    private readonly ConcurrentDictionary<string, SharedHost> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks whether a busy host is free now; short beside any pause, long beside the question.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    // After this the wait that was granted says nothing any more: the process may have been frozen.
    private TimeSpan Stale => times.Length / 4;

    /// <summary>The host's wish to be left alone as far as this node knows it; null: none.</summary>
    public HostRest? RestOf(string host) => own.RestOf(host);

    /// <summary>The host wants to be left alone: by all nodes.</summary>
    public async Task RestAsync(string host, HostRest rest, CancellationToken ct)
    {
        own.Rest(host, rest);
        if (slots is not null && rest.Until - clock.GetUtcNow() is { Ticks: > 0 } time)
        {
            await slots.RestAsync(host, time, rest.Status, ct);
        }
    }

    /// <summary>Waits until the host may be asked, and says in <see cref="GateStay.Rest"/> where it may not after all. Dispose what comes back when the answer has been read to its end.</summary>
    public async Task<GateStay> EnterAsync(string host, TimeSpan delay, int atOnce, CancellationToken ct)
    {
        var turn = await own.EnterAsync(host, delay, atOnce, ct);
        if (slots is null)
        {
            return new GateStay(turn, null, null);
        }

        var shared = hosts.GetOrAdd(host, name => new SharedHost(name, slots, times, clock));
        try
        {
            while (true)
            {
                var asked = clock.GetTimestamp();
                var slot = await shared.EnterAsync(delay, ct);
                if (slot.Rest is { } rest)
                {
                    var wish = new HostRest(clock.GetUtcNow() + rest, slot.Status);
                    own.Rest(host, wish);
                    return new GateStay(turn, null, wish);
                }

                if (slot.Wait is not { } wait)
                {
                    await Task.Delay(Again, clock, ct);
                    continue;
                }

                if (await WaitedAsync(shared, wait, asked, ct))
                {
                    return new GateStay(turn, shared, null);
                }
            }
        }
        catch (Exception failure)
        {
            turn.Dispose();
            if (failure is DbException)
            {
                log.LogWarning("{Host} is not asked, because the catalogue with the gates of all nodes is away: {Why}", host, failure.Message);
            }

            throw;
        }
    }

    private async Task<bool> WaitedAsync(SharedHost shared, TimeSpan wait, long asked, CancellationToken ct)
    {
        try
        {
            await Pause.WaitAsync(wait, clock, ct);
        }
        catch (OperationCanceledException)
        {
            await shared.LeaveAsync(asked: false, TimeSpan.Zero);
            throw;
        }

        if (clock.GetElapsedTime(asked) < wait + Stale)
        {
            return true;
        }

        await shared.LeaveAsync(asked: false, TimeSpan.Zero);
        return false;
    }
}
