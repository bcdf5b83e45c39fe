namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A process that works on the catalogue, as <c>status</c> lists it. Times by the server's clock; <paramref name="AheadMs"/>: milliseconds that its own is ahead of that.</summary>
public sealed record NodeSign(string Node, string Roles, DateTimeOffset StartedAt, DateTimeOffset SeenAt, NodeState State, long AheadMs);

/// <summary>The signs of life of the nodes. Only for a catalogue that several of them share.</summary>
public sealed class NodeSigns(LedgerStore store, Node node, LeaseTimes times, TimeProvider clock)
{
    /// <summary>This node is alive now, or stops; nodes that were silent for a week are forgotten.</summary>
    public Task BeatAsync(string roles, bool stops, CancellationToken ct) => store.BesideAsync(
        async tx =>
        {
            await tx.ExecuteAsync("delete from nodes where seen_at < clock_timestamp() - interval '7 days'");
            return await tx.ExecuteAsync(
                """
                insert into nodes (instance, name, roles, started_at, seen_at, stopped, ahead_ms)
                values (@Instance, @Name, @roles, clock_timestamp(), clock_timestamp(), @stopped, @now - (extract(epoch from clock_timestamp()) * 1000)::bigint)
                on conflict (instance) do update set seen_at = excluded.seen_at, stopped = excluded.stopped, ahead_ms = excluded.ahead_ms
                """,
                new { node.Instance, node.Name, roles, stopped = stops ? 1L : 0L, now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        },
        ct);

    /// <summary>All nodes by name: every process that lives, and where none of that name and roles does, the last one that did.</summary>
    public Task<IReadOnlyList<NodeSign>> ListAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<NodeSign>>(
        async tx =>
        {
            var rows = await tx.QueryAsync<Row>(
                """
                select name as Node, roles as Roles, (extract(epoch from started_at) * 1000)::bigint as Started, (extract(epoch from seen_at) * 1000)::bigint as Seen,
                       stopped as Stopped, ahead_ms as AheadMs, case when seen_at > clock_timestamp() - make_interval(secs => @silence) then 1 else 0 end as Heard
                from nodes order by name, seen_at desc
                """,
                new { silence = times.Length.TotalSeconds });
            return [.. rows.Select(row => row.ToSign())
                .GroupBy(sign => (sign.Node, sign.Roles))
                .SelectMany(same => same.Any(sign => sign.State == NodeState.Alive) ? same.Where(sign => sign.State == NodeState.Alive) : same.Take(1))];
        },
        ct);

    private sealed class Row
    {
        public string Node { get; init; } = "";
        public string Roles { get; init; } = "";
        public long Started { get; init; }
        public long Seen { get; init; }
        public long Stopped { get; init; }
        public long AheadMs { get; init; }
        public int Heard { get; init; }

        public NodeSign ToSign() => new(
            Node, Roles, DateTimeOffset.FromUnixTimeMilliseconds(Started), DateTimeOffset.FromUnixTimeMilliseconds(Seen),
            Stopped != 0 ? NodeState.Stopped : Heard != 0 ? NodeState.Alive : NodeState.Silent, AheadMs);
    }
}
