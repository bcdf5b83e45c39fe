using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>
/// One host as this node shares it with the others: taken with the first request that comes, kept while requests are inside, given back with the last.
/// One step at a time, so that a giving back never overtakes a taking.
/// </summary>
internal sealed class SharedHost(string host, HostSlots slots, LeaseTimes times, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim step = new(1, 1);
    private int inside;
    private ITimer? keeping;

    /// <summary>Asks for the host; where it is granted, the request counts as inside until <see cref="LeaveAsync"/>.</summary>
    public async Task<HostSlot> EnterAsync(TimeSpan delay, CancellationToken ct)
    {
        await step.WaitAsync(ct);
        try
        {
            var slot = await slots.TakeAsync(host, delay, ct);
            if (slot.Wait is { } wait)
            {
                inside++;
                // An answer may take longer than a lease lasts.
                keeping ??= clock.CreateTimer(_ => _ = KeepAsync(), null, wait + times.Length / 3, times.Length / 3);
            }

            return slot;
        }
        finally
        {
            step.Release();
        }
    }

    /// <summary>One request less is inside. Where nothing was asked after all, the pause begins anew nonetheless: that is the safe side.</summary>
    public async Task LeaveAsync(bool asked, TimeSpan spared)
    {
        await step.WaitAsync();
        try
        {
            if (--inside > 0)
            {
                return;
            }

            if (keeping is not null)
            {
                await keeping.DisposeAsync();
                keeping = null;
            }

            using var patience = new CancellationTokenSource(times.Length, clock);
            await slots.LeaveAsync(host, asked ? spared : TimeSpan.Zero, patience.Token);
        }
        catch (Exception away) when (away is DbException or OperationCanceledException)
        {
            // The stay ends by itself, and until then nobody asks.
        }
        finally
        {
            step.Release();
        }
    }

    public void Dispose()
    {
        keeping?.Dispose();
        step.Dispose();
    }

    private async Task KeepAsync()
    {
        if (!await step.WaitAsync(0))
        {
            return;
        }

        try
        {
            if (inside > 0)
            {
                await slots.TakeAsync(host, TimeSpan.Zero, CancellationToken.None);
            }
        }
        catch (DbException)
        {
            // Asked again at the next stroke.
        }
        finally
        {
            step.Release();
        }
    }
}
