using System.Data.Common;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// A lease that is renewed until it is disposed of. It counts as lost as soon as another node has it, or as it could not be renewed for its whole length,
/// measured from before it was asked for: never later than the server lets others have it.
/// </summary>
public sealed class HeldLease : IAsyncDisposable
{
    private readonly Leases leases;
    private readonly LeaseTimes times;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource end = new();
    private readonly ITimer expiry;
    private readonly Task renewing;

    internal HeldLease(Leases leases, string name, string node, long fence, LeaseTimes times, TimeProvider clock, long asked)
    {
        (this.leases, this.times, this.clock) = (leases, times, clock);
        (Name, Node, Fence) = (name, node, fence);
        Lost = lost.Token;
        expiry = clock.CreateTimer(_ => Lose(), null, Left(asked), Timeout.InfiniteTimeSpan);
        renewing = RenewAsync();
    }

    public string Name { get; }

    /// <summary>The name of the node that holds it.</summary>
    public string Node { get; }

    /// <summary>The number of this holding; what writes under it names it.</summary>
    public long Fence { get; }

    /// <summary>Cancelled when the lease is lost: whatever is done under it must stop.</summary>
    public CancellationToken Lost { get; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await renewing;
        await expiry.DisposeAsync();
        using var patience = new CancellationTokenSource(times.Renewal, clock);
        try
        {
            await leases.ReleaseAsync(Name, Fence, patience.Token);
        }
        catch (Exception away) when (away is DbException or OperationCanceledException)
        {
            // It ends by itself.
        }

        lost.Dispose();
        end.Dispose();
    }

    private TimeSpan Left(long asked) => times.Length - clock.GetElapsedTime(asked) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private async Task RenewAsync()
    {
        while (!end.IsCancellationRequested && !Lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(times.Renewal, clock, end.Token);
                var asked = clock.GetTimestamp();
                if (!await leases.RenewAsync(Name, Fence, end.Token))
                {
                    Lose();
                    return;
                }

                expiry.Change(Left(asked), Timeout.InfiniteTimeSpan);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (DbException)
            {
                // Asked again until the lease has run out.
            }
        }
    }

    private void Lose()
    {
        try
        {
            lost.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Let go of in this very moment.
        }
    }
}
