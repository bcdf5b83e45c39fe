using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger;
using Xunit.Abstractions;

namespace DcCourseIndex.Host.Tests.Cluster;

[Collection(nameof(PostgresOnDemand))]
public sealed class ClusterTests(PostgresOnDemand postgres, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [FactOnPostgres]
    public async Task Two_nodes_harvest_ten_portals_as_one_and_one_finishes_what_the_other_began_when_it_was_killed()
    {
        await using var portals = await WatchfulPortals.StartAsync(10);
        using var nodes = new NodesOfTest(postgres.Server, portals);
        await using var follower = new RevisionFollower(nodes.Catalog);
        nodes.Start("north");
        await UntilAsync(() => Task.FromResult(portals.Names.Any(name => portals.Of(name).Any(visit => visit.Node == "north")) ? "at work" : null));
        portals.Hold("south");
        nodes.Start("south");

        // Now the one that will die is in the midst of some work, perhaps of all.
        await UntilAsync(async () => (await OpenAsync(nodes, "south")).Any(run => run.Found is >= 2 * WatchfulPortals.CoursesAPage and <= 4 * WatchfulPortals.CoursesAPage) ? "both" : null);
        nodes.Kill("south");
        portals.LetGo("south");
        var killed = portals.Now;
        portals.Change();
        var changed = TimeProvider.System.GetUtcNow();
        var cut = await OpenAsync(nodes, "south");

        var history = new RunHistory(nodes.Store, TimeProvider.System);
        var finished = await UntilAsync(async () =>
        {
            var runs = await Task.WhenAll(cut.Select(run => history.FindAsync(run.Run, default)));
            var older = (await nodes.Catalog.SourcesAsync(default)).SelectMany(source => source.Reports.Take(1)).Any(run => run.State == RunState.Open && run.StartedAt <= changed);
            return !older && runs.All(run => run!.State != RunState.Open) ? runs.OfType<HarvestReport>().ToList() : null;
        });
        output.WriteLine($"{cut.Count} runs were cut off, finished {(portals.Now - killed).TotalSeconds:0.0} s later with leases of {NodesOfTest.Lease.TotalSeconds} s");
        Assert.All(finished, run => Assert.Equal((RunState.Promoted, "north", WatchfulPortals.Pages * WatchfulPortals.CoursesAPage), (run.State, run.Node, run.Found)));
        foreach (var run in cut.Where(run => run.Found is > 0 and < WatchfulPortals.Pages * WatchfulPortals.CoursesAPage))
        {
            // The pages that were recorded are not asked for again.
            var next = portals.Of(run.Source).First(visit => visit.Node == "north" && visit.Came > killed && visit.Target.StartsWith("/courses", StringComparison.Ordinal));
            Assert.NotEqual("/courses", next.Target);
        }

        // Everything that changed since is there in the end, and nothing else.
        var status = await nodes.AskAsync("north", "status");
        await nodes.StopAsync("north");
        await nodes.AskAsync("north", "harvest");
        var standing = (await nodes.Catalog.ChangesAfterAsync(0, 10_000, default)).Changes;
        portals.AssertTruth(standing);
        await follower.AssertSawAsync(standing);
        Assert.Empty(await new CatalogCheck(nodes.Store).RunAsync(default));
        Assert.Contains("Node north: crawl; alive", status, StringComparison.Ordinal);
        Assert.Contains("Node south: crawl; silent", status, StringComparison.Ordinal);

        foreach (var name in portals.Names)
        {
            PortalVisitsTests.AssertPolite(portals.Of(name));
        }

        output.WriteLine($"{portals.Names.Sum(name => portals.Of(name).Count)} requests, {portals.Names.Sum(name => portals.Of(name).Count(visit => visit.Node == "south"))} of them by the node that died; the shortest pause was {portals.Names.Min(name => PortalVisitsTests.ShortestPause(portals.Of(name))).TotalMilliseconds:0} ms");
    }

    private static async Task<List<HarvestReport>> OpenAsync(NodesOfTest nodes, string node) =>
        [.. (await nodes.Catalog.SourcesAsync(default)).SelectMany(source => source.Reports.Take(1)).Where(run => run is { State: RunState.Open, EndedAt: null } && run.Node == node)];

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
