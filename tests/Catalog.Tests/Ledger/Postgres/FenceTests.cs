using DcCourseIndex.Catalog.Ledger;
using FrozenClock = DcCourseIndex.Crawler.Tests.Fetching.ManualClock;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

[Collection(nameof(PostgresServer))]
public sealed class FenceTests(PostgresServer server) : IDisposable
{
    private static readonly LeaseTimes Long = new(TimeSpan.FromMinutes(10));
    private readonly Cluster cluster = new(server);

    public void Dispose() => cluster.Dispose();

    [Fact]
    public async Task A_run_that_was_taken_over_goes_on_at_its_last_page_and_takes_nothing_more_from_who_lost_it()
    {
        var catalog = cluster.Catalog();
        var frozen = new FrozenClock();
        await using var first = (await cluster.Leases("frozen", new LeaseTimes(TimeSpan.FromSeconds(1)), frozen).TryHoldAsync("portal", default))!;
        var lost = await OpenAsync(catalog, first);
        await catalog.RecordAsync(lost, new HarvestBatch([Invented.Entry("portal", "1")], [], "after page 1"), default);

        await using var second = await cluster.Leases("next", Long).HoldAsync("portal", default);
        // Between the loss and the taking over of its run, too.
        await Assert.ThrowsAsync<RunTakenOverException>(() => catalog.RecordAsync(lost, new HarvestBatch([Invented.Entry("portal", "9")], [], "after page 9"), default));
        var run = await OpenAsync(catalog, second);
        Assert.Equal((lost.Id, "after page 1", 1), (run.Id, run.Marker, run.Found));

        await Assert.ThrowsAsync<RunTakenOverException>(() => catalog.RecordAsync(lost, new HarvestBatch([Invented.Entry("portal", "9")], [], "after page 9"), default));
        await Assert.ThrowsAsync<RunTakenOverException>(() => OpenAsync(catalog, first));
        await new HarvestMemory(cluster.Store).KeepAsync(lost, "all", "place of the loser", default);
        var told = await catalog.CloseHarvestAsync(lost, Closing(HarvestEnd.Failed), default);
        Assert.Equal((RunState.Open, "next"), (told.State, told.Node));

        await catalog.RecordAsync(run, new HarvestBatch([Invented.Entry("portal", "2")], [], null), default);
        var report = await catalog.CloseHarvestAsync(run, Closing(HarvestEnd.Complete), default);
        Assert.Equal((RunState.Promoted, 2, 2), (report.State, report.Found, report.New));
        Assert.Null(await new HarvestMemory(cluster.Store).BookmarkAsync("portal", "all", default));
        Assert.Equal(report with { }, await catalog.CloseHarvestAsync(lost, Closing(HarvestEnd.Failed), default) with { Refusals = report.Refusals, RefusalGroups = report.RefusalGroups, Notes = report.Notes, Filled = report.Filled });
    }

    [Fact]
    public async Task What_was_left_by_a_program_that_ended_is_found_and_what_has_a_reason_is_not()
    {
        var catalog = cluster.Catalog();
        var leases = cluster.Leases("one", Long);
        foreach (var (name, reason) in new[] { ("left", null), ("paused", "«paused» was paused."), ("held", (string?)null) })
        {
            var lease = (await leases.TryHoldAsync(name, default))!;
            var run = await OpenAsync(catalog, lease, name);
            if (name != "held")
            {
                await catalog.CloseHarvestAsync(run, Closing(HarvestEnd.Interrupted) with { Failure = reason }, default);
                await lease.DisposeAsync();
            }
        }

        Assert.Equal(["left"], await leases.AbandonedAsync(default));
    }

    [Fact]
    public async Task A_request_of_a_node_that_has_gone_waits_again_and_one_of_a_living_node_does_not()
    {
        var (one, two) = (new Node("one"), new Node("two"));
        WorkRequests Of(Node node) => new(cluster.Store, TimeProvider.System, node, Long);
        await new NodeSigns(cluster.Store, one, Long, TimeProvider.System).BeatAsync("crawl", stops: false, default);
        var posted = await Of(two).PostAsync("harvest", "{}", default);
        var mine = await Of(two).PostAsync("import", "{}", default, here: true);
        Assert.Equal(posted.Id, (await Of(one).TakeAsync(["harvest", "import"], default))!.Id);
        Assert.Null(await Of(one).TakeAsync(["harvest", "import"], default));
        Assert.Equal(mine.Id, (await Of(two).TakeAsync(["harvest", "import"], default))!.Id);

        // The second never left a sign of life.
        Assert.Equal(1, await Of(two).ReleaseAsync(["harvest", "import"], default));
        await new NodeSigns(cluster.Store, one, Long, TimeProvider.System).BeatAsync("crawl", stops: true, default);
        Assert.Equal(1, await Of(two).ReleaseAsync(["harvest", "import"], default));
    }

    [Fact]
    public async Task Nodes_are_listed_with_their_last_sign_of_life_and_how_wrong_their_clock_is()
    {
        var ahead = new FrozenClock();
        ahead.Advance(TimeProvider.System.GetUtcNow().AddMinutes(2) - ahead.GetUtcNow());
        await new NodeSigns(cluster.Store, new Node("one"), Long, ahead).BeatAsync("crawl", stops: false, default);
        await new NodeSigns(cluster.Store, new Node("two"), Long, TimeProvider.System).BeatAsync("search", stops: true, default);
        var listed = await new NodeSigns(cluster.Store, new Node("three"), Long, TimeProvider.System).ListAsync(default);
        Assert.Equal([("one", "crawl", NodeState.Alive), ("two", "search", NodeState.Stopped)], listed.Select(sign => (sign.Node, sign.Roles, sign.State)));
        Assert.InRange(listed[0].AheadMs, 100_000, 130_000);
        Assert.InRange(Math.Abs(listed[1].AheadMs), 0, 10_000);
    }

    private static Task<HarvestRun> OpenAsync(LedgerCatalog catalog, HeldLease lease, string source = "portal") =>
        catalog.OpenHarvestAsync(new HarvestOpening(source, RunKind.Harvest, TimeProvider.System.GetUtcNow()) { Node = lease.Node, Fence = lease.Fence }, default);

    private static HarvestClosing Closing(HarvestEnd end) => new(end, null, null, FetchFigures.None, TimeProvider.System.GetUtcNow());
}
