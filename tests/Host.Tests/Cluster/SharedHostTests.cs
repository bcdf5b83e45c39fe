using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Host.Tests.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Host.Tests.Cluster;

[Collection(nameof(PostgresOnDemand))]
public sealed class SharedHostTests(PostgresOnDemand postgres) : IDisposable
{
    private static readonly string[] Three = ["east", "north", "south"];
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FactOnPostgres]
    public async Task Three_nodes_that_ask_one_host_at_once_ask_it_no_oftener_than_one_would()
    {
        await using var portals = await WatchfulPortals.StartAsync(1);
        using var store = LedgerStore.Open(new LedgerPlace(folder.Path, postgres.Server.NewSchema()), TimeProvider.System);
        await Task.WhenAll(Three.Select(async node =>
        {
            using var fetcher = Fetchers(store, node).For(Source(portals));
            for (var page = 1; page <= 6; page++)
            {
                Assert.True((await fetcher.FetchAsync(new PageRequest(new Uri(portals.Address("portal-0"), $"?page={page}")), default)).IsSuccess);
            }
        }));

        var visits = portals.Of("portal-0");
        Assert.Equal(3, visits.Select(visit => visit.Node).Distinct().Count());
        Assert.True(visits.Count >= 18);
        PortalVisitsTests.AssertPolite(visits);
    }

    [FactOnPostgres]
    public async Task A_host_that_told_one_node_to_come_back_later_is_not_asked_by_another()
    {
        await using var portals = await WatchfulPortals.StartAsync(1);
        using var store = LedgerStore.Open(new LedgerPlace(folder.Path, postgres.Server.NewSchema()), TimeProvider.System);
        using var north = Fetchers(store, "north").For(Source(portals));
        using var south = Fetchers(store, "south").For(Source(portals));
        var address = new PageRequest(portals.Address("portal-0"));
        Assert.True((await south.FetchAsync(address, default)).IsSuccess);
        portals.RetryAfter = "7200";
        Assert.Equal(FailureKind.AskedToWait, (await north.FetchAsync(address, default)).Failure!.Kind);
        portals.RetryAfter = null;
        var asked = portals.Of("portal-0").Count;
        var refused = (await south.FetchAsync(address, default)).Failure!;
        Assert.Equal((FailureKind.AskedToWait, asked), (refused.Kind, portals.Of("portal-0").Count));
        Assert.InRange((refused.NotBefore!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes, 100, 120);
    }

    [FactOnPostgres]
    public async Task A_look_at_a_portal_that_is_being_harvested_waits_at_the_same_gate()
    {
        await using var portals = await WatchfulPortals.StartAsync(1);
        using var store = LedgerStore.Open(new LedgerPlace(folder.Path, postgres.Server.NewSchema()), TimeProvider.System);
        var harvests = Fetchers(store, "north");
        using var harvest = harvests.For(Source(portals));
        using var look = harvests.Beside(new FetchSettings { Contact = "https://south.example", Retries = 0 }).For(Source(portals));
        await Task.WhenAll(new[] { harvest, look }.Select(async fetcher =>
        {
            for (var page = 1; page <= 5; page++)
            {
                Assert.True((await fetcher.FetchAsync(new PageRequest(new Uri(portals.Address("portal-0"), $"?page={page}")), default)).IsSuccess);
            }
        }));
        var visits = portals.Of("portal-0");
        Assert.Equal(2, visits.Select(visit => visit.Node).Distinct().Count());
        PortalVisitsTests.AssertPolite(visits);
    }

    private static PageFetchers Fetchers(LedgerStore store, string node)
    {
        var times = new LeaseTimes(NodesOfTest.Lease);
        return new(
            new FetchSettings { Contact = $"https://{node}.example", RetryDelay = TimeSpan.Zero }, TimeProvider.System, NullLoggerFactory.Instance,
            slots: new HostSlots(store, new Node(node), times), times: times);
    }

    private static SourceDefinition Source(WatchfulPortals portals) => new()
    {
        Name = "portal-0",
        Title = "Портал",
        Platform = "moochub",
        Address = portals.Address("portal-0"),
        AllowPrivateAddress = true,
        Politeness = new() { Delay = NodesOfTest.Pause },
    };
}
