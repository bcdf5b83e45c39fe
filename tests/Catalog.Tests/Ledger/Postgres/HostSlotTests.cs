using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

[Collection(nameof(PostgresServer))]
public sealed class HostSlotTests(PostgresServer server) : IDisposable
{
    private static readonly LeaseTimes Long = new(TimeSpan.FromMinutes(10));
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(100);
    private readonly Cluster cluster = new(server);

    public void Dispose() => cluster.Dispose();

    [Fact]
    public async Task Of_sixteen_nodes_at_once_one_gets_the_host_and_the_next_owes_the_pause()
    {
        var nodes = Enumerable.Range(0, 16).Select(i => cluster.Slots($"node-{i}", Long)).ToList();
        var slots = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.TakeAsync("portal.example", Pause, default))));
        var winner = Assert.Single(Enumerable.Range(0, 16), i => slots[i].Wait is not null);
        Assert.Equal(TimeSpan.Zero, slots[winner].Wait);
        Assert.All(slots.Where((_, i) => i != winner), slot => Assert.Equal(new HostSlot(), slot));

        await nodes[winner].LeaveAsync("portal.example", TimeSpan.Zero, default);
        var next = (await nodes[(winner + 1) % 16].TakeAsync("portal.example", Pause, default)).Wait;
        Assert.InRange(next!.Value.TotalSeconds, 40, 100);
        Assert.Equal(TimeSpan.Zero, (await nodes[0].TakeAsync("other.example", Pause, default)).Wait);
    }

    [Fact]
    public async Task Who_has_the_host_keeps_it_for_as_many_requests_as_he_makes()
    {
        var (one, two) = (cluster.Slots("one", Long), cluster.Slots("two", Long));
        await one.TakeAsync("portal.example", Pause, default);
        Assert.Equal(TimeSpan.Zero, (await one.TakeAsync("portal.example", Pause, default)).Wait);
        Assert.Null((await two.TakeAsync("portal.example", Pause, default)).Wait);
    }

    [Fact]
    public async Task What_a_node_asks_side_by_side_owes_the_pause_after_another_node_together()
    {
        var (one, two) = (cluster.Slots("one", Long), cluster.Slots("two", Long));
        await one.TakeAsync("portal.example", Pause, default);
        await one.LeaveAsync("portal.example", TimeSpan.Zero, default);
        Assert.InRange((await two.TakeAsync("portal.example", Pause, default)).Wait!.Value.TotalSeconds, 40, 100);
        Assert.InRange((await two.TakeAsync("portal.example", Pause, default)).Wait!.Value.TotalSeconds, 40, 100);
    }

    [Fact]
    public async Task Of_a_node_that_died_inside_the_pause_begins_when_its_time_is_over()
    {
        var dead = cluster.Slots("dead", new LeaseTimes(TimeSpan.FromSeconds(0.5)));
        await dead.TakeAsync("portal.example", TimeSpan.Zero, default);
        var living = cluster.Slots("living", Long);
        HostSlot slot;
        while ((slot = await living.TakeAsync("portal.example", Pause, default)).Wait is null)
        {
            await Task.Delay(50);
        }

        Assert.InRange(slot.Wait!.Value.TotalSeconds, 40, 100);
    }

    [Fact]
    public async Task A_wish_to_be_left_alone_that_one_node_heard_holds_for_all()
    {
        var (one, two) = (cluster.Slots("one", Long), cluster.Slots("two", Long));
        await one.TakeAsync("portal.example", Pause, default);
        await one.RestAsync("portal.example", TimeSpan.FromHours(2), 503, default);
        await one.RestAsync("portal.example", TimeSpan.FromHours(1), 0, default);
        await one.LeaveAsync("portal.example", TimeSpan.Zero, default);
        var slot = await two.TakeAsync("portal.example", Pause, default);
        Assert.Equal((null, 503), (slot.Wait, slot.Status));
        Assert.InRange(slot.Rest!.Value.TotalMinutes, 100, 120);
    }

    [Fact]
    public async Task A_short_wish_is_a_longer_pause_for_the_others()
    {
        var (one, two) = (cluster.Slots("one", Long), cluster.Slots("two", Long));
        await one.TakeAsync("portal.example", Pause, default);
        await one.LeaveAsync("portal.example", TimeSpan.FromSeconds(300), default);
        Assert.InRange((await two.TakeAsync("portal.example", Pause, default)).Wait!.Value.TotalSeconds, 340, 400);
    }

    [Fact]
    public async Task While_the_server_is_away_nobody_is_let_in()
    {
        var one = cluster.Slots("one", Long);
        server.Stop();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one.TakeAsync("portal.example", Pause, patience.Token));
        }
        finally
        {
            server.Begin();
        }

        Assert.NotNull((await one.TakeAsync("portal.example", Pause, default)).Wait);
    }
}
