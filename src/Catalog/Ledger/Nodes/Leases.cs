namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// What one node at a time may do in the whole cluster: runs of a source by its name, and single duties by theirs. The server's clock alone decides.
/// Only for a catalogue that several nodes share.
/// </summary>
public sealed class Leases(LedgerStore store, Node node, LeaseTimes times, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(300);

    /// <summary>Takes a lease and keeps it until it is disposed of; null where somebody holds it.</summary>
    public async Task<HeldLease?> TryHoldAsync(string name, CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        return await TakeAsync(name, ct) is { } fence ? new HeldLease(this, name, node.Name, fence, times, clock, asked) : null;
    }

    /// <summary>The same, waiting for whoever holds it.</summary>
    public async Task<HeldLease> HoldAsync(string name, CancellationToken ct)
    {
        while (true)
        {
            if (await TryHoldAsync(name, ct) is { } held)
            {
                return held;
            }

            await Task.Delay(Again, clock, ct);
        }
    }

    /// <summary>The sources whose run was cut off, or left when its program ended, and that nobody goes on with; an operator's pause, a portal's wish or the end of its hours leave a reason behind.</summary>
    public Task<IReadOnlyList<string>> AbandonedAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<string>>(
        async tx => await tx.QueryAsync<string>(
            """
            select r.source from runs r left join leases l on l.name = r.source
            where r.state = 'open' and r.kind <> 'import' and r.failure is null and coalesce(l.until, '-infinity') <= clock_timestamp()
            order by r.source
            """),
        ct);

    /// <summary>Takes a lease that is free; its number, which is higher than that of every holder before, or null.</summary>
    internal Task<long?> TakeAsync(string name, CancellationToken ct) => store.BesideAsync(
        tx => tx.FirstAsync<long?>(
            """
            insert into leases as held (name, owner, node, fence, until)
            values (@name, @Instance, @called, 1, clock_timestamp() + make_interval(secs => @seconds))
            on conflict (name) do update set owner = excluded.owner, node = excluded.node, fence = held.fence + 1, until = excluded.until
            where held.until <= clock_timestamp()
            returning fence
            """,
            new { name, node.Instance, called = node.Name, seconds = times.Length.TotalSeconds }),
        ct);

    /// <summary>Keeps a lease for its whole length from now on; false where it is another's by now.</summary>
    internal Task<bool> RenewAsync(string name, long fence, CancellationToken ct) => store.BesideAsync(
        async tx => await tx.ExecuteAsync(
            "update leases set until = clock_timestamp() + make_interval(secs => @seconds) where name = @name and fence = @fence and owner = @Instance",
            new { name, fence, node.Instance, seconds = times.Length.TotalSeconds }) > 0,
        ct);

    /// <summary>Lets go of a lease; nothing happens where it is another's by now.</summary>
    internal Task ReleaseAsync(string name, long fence, CancellationToken ct) => store.BesideAsync(
        tx => tx.ExecuteAsync("update leases set until = '-infinity' where name = @name and fence = @fence and owner = @Instance", new { name, fence, node.Instance }),
        ct);
}
