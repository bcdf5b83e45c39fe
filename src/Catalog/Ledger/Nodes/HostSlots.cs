namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What came of asking for a host: how long to wait before the request, or, where it may not be asked, until when at least and why.</summary>
public sealed record HostSlot
{
    /// <summary>The host is this node's after so long; null: it is not.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>It wants to be left alone for so long; null: it does not, another node is asking it.</summary>
    public TimeSpan? Rest { get; init; }

    /// <summary>The status with which it said so (429, 503); 0: it kept failing.</summary>
    public int Status { get; init; }
}

/// <summary>
/// The gates of hosts for all nodes together: one node at a time asks a host, and the next one owes the pause after the last request of the one before.
/// Times are the server's; nobody is let in while it does not answer.
/// </summary>
public sealed class HostSlots(LedgerStore store, Node node, LeaseTimes times)
{
    // Never earlier than now. Who has the host owes his pause once for all that he asks side by side.
    private const string Opens = """
        greatest(clock_timestamp(), case
            when gate.holder = @Instance and gate.held_until > clock_timestamp() then gate.opens_at
            when gate.holder in ('', @Instance) then gate.ended_at + make_interval(secs => @pause)
            else greatest(gate.ended_at, gate.held_until) + make_interval(secs => @pause) end)
        """;

    /// <summary>Takes the host, or keeps it, for the wait and the length of a lease after it. Throws where the server is away.</summary>
    public Task<HostSlot> TakeAsync(string host, TimeSpan delay, CancellationToken ct) => store.BesideAsync(
        async tx =>
        {
            // Of a node that died inside nobody knows when its last request ended; the end of its time is the latest.
            var wait = await tx.FirstAsync<double?>(
                $"""
                insert into host_gates as gate (host, holder, opens_at, held_until)
                values (@host, @Instance, clock_timestamp(), clock_timestamp() + make_interval(secs => @length))
                on conflict (host) do update set holder = excluded.holder, opens_at = {Opens}, held_until = {Opens} + make_interval(secs => @length)
                where (gate.held_until <= clock_timestamp() or gate.holder in ('', @Instance)) and gate.rest_until <= clock_timestamp()
                returning extract(epoch from opens_at - clock_timestamp())::double precision
                """,
                new { host, node.Instance, length = times.Length.TotalSeconds, pause = delay.TotalSeconds });
            if (wait is { } seconds)
            {
                return new HostSlot { Wait = TimeSpan.FromSeconds(Math.Max(0, seconds)) };
            }

            var rest = await tx.FirstAsync<Row>(
                """
                select extract(epoch from rest_until - clock_timestamp())::double precision as Seconds, rest_status as Status
                from host_gates where host = @host and rest_until > clock_timestamp()
                """,
                new { host });
            return rest is null ? new HostSlot() : new HostSlot { Rest = TimeSpan.FromSeconds(rest.Seconds), Status = rest.Status };
        },
        ct);

    /// <summary>Lets go of the host: its last request has ended now. What it asked to be <paramref name="spared"/> besides counts from now.</summary>
    public Task LeaveAsync(string host, TimeSpan spared, CancellationToken ct) => store.BesideAsync(
        tx => tx.ExecuteAsync(
            "update host_gates set holder = '', held_until = '-infinity', ended_at = clock_timestamp() + make_interval(secs => @spared) where host = @host and holder = @Instance",
            new { host, node.Instance, spared = spared.TotalSeconds }),
        ct);

    /// <summary>Tells all nodes that the host wants to be left alone for a time; a longer wish of before stays.</summary>
    public Task RestAsync(string host, TimeSpan time, int status, CancellationToken ct) => store.BesideAsync(
        tx => tx.ExecuteAsync(
            """
            insert into host_gates as gate (host, holder, held_until, rest_until, rest_status)
            values (@host, '', '-infinity', clock_timestamp() + make_interval(secs => @seconds), @status)
            on conflict (host) do update set rest_until = excluded.rest_until, rest_status = excluded.rest_status
            where gate.rest_until < excluded.rest_until
            """,
            new { host, seconds = time.TotalSeconds, status }),
        ct);

    private sealed class Row
    {
        public double Seconds { get; init; }
        public int Status { get; init; }
    }
}
