using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger.Postgres;
using Xunit.Abstractions;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>Three nodes with wrong clocks whose processes are killed and frozen and whose server is stopped, at random moments of a seed, while ten portals change.</summary>
public sealed class ClusterChaosTests(ITestOutputHelper output)
{
    private static readonly string[] Names = ["north", "south", "east"];
    private static readonly TimeSpan Thawing = TimeSpan.FromMilliseconds(500);
    private readonly List<(string Node, TimeSpan At)> thawed = [];

    [FactOfChaos]
    public async Task Whatever_happens_to_nodes_and_server_the_catalogue_is_the_portals_truth_and_no_portal_is_pressed()
    {
        var minutes = double.TryParse(Environment.GetEnvironmentVariable("DCCOURSEINDEX_CHAOS_MINUTES"), CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DCCOURSEINDEX_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xffff;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes, DCCOURSEINDEX_SEED={seed}"));
        var random = new Random(seed);
        using var server = new PostgresServer();
        await using var portals = await WatchfulPortals.StartAsync(10);
        using var nodes = new NodesOfTest(server, portals);
        foreach (var name in Names)
        {
            nodes.Start(name, Offset(random));
        }

        while (portals.Now < TimeSpan.FromMinutes(minutes))
        {
            await Task.Delay(TimeSpan.FromSeconds(2 + (random.NextDouble() * 4)));
            await DisturbAsync(random, server, portals, nodes);
            Revive(portals, nodes);
        }

        Revive(portals, nodes);

        foreach (var name in Names)
        {
            await nodes.StopAsync(name);
        }

        // What was killed last still holds its leases.
        await Task.Delay(NodesOfTest.Lease);
        output.WriteLine(await nodes.AskAsync("north", "harvest"));
        var standing = (await nodes.Catalog.ChangesAfterAsync(0, 10_000, default)).Changes;
        portals.AssertTruth(standing);
        Assert.All(standing, change => Assert.Equal(CourseState.Active, change.State));
        Assert.Empty(await new CatalogCheck(nodes.Store).RunAsync(default));
        foreach (var name in portals.Names)
        {
            // Nobody can call back what a node had all but sent when it was frozen.
            PortalVisitsTests.AssertPolite([.. portals.Of(name).Where(visit => !thawed.Exists(one => one.Node == visit.Node && visit.Came > one.At - Thawing && visit.Came < one.At + Thawing))]);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{portals.Names.Sum(name => portals.Of(name).Count)} requests; the shortest pause was {portals.Names.Min(name => PortalVisitsTests.ShortestPause(portals.Of(name))).TotalMilliseconds:0} ms"));
    }

    private async Task DisturbAsync(Random random, PostgresServer server, WatchfulPortals portals, NodesOfTest nodes)
    {
        var node = Names[random.Next(Names.Length)];
        switch (random.Next(5))
        {
            case 0:
                Say(portals, $"kill {node}");
                nodes.Kill(node);
                await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 4));
                nodes.Start(node, Offset(random));
                break;
            case 1:
                Say(portals, $"freeze {node}");
                nodes.Signal(node, "STOP");
                await Task.Delay(NodesOfTest.Lease + TimeSpan.FromSeconds(random.NextDouble() * 3));
                nodes.Signal(node, "CONT");
                thawed.Add((node, portals.Now));
                break;
            case 2:
                Say(portals, "restart the server");
                server.Restart();
                break;
            case 3:
                Say(portals, "pull the server's plug");
                server.Stop("immediate");
                await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 3));
                server.Begin();
                break;
            default:
                Say(portals, "the portals change");
                portals.Change();
                break;
        }
    }

    // A node that begins while the server is away says so and ends; a service manager starts it again.
    private void Revive(WatchfulPortals portals, NodesOfTest nodes)
    {
        foreach (var name in Names.Where(nodes.HasExited))
        {
            Assert.Contains("does not let us in", nodes.Said(name), StringComparison.Ordinal);
            Say(portals, $"start {name} again");
            nodes.Start(name);
        }
    }

    private void Say(WatchfulPortals portals, string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{portals.Now.TotalSeconds,6:0.0} s: {what}"));

    private static TimeSpan Offset(Random random) => TimeSpan.FromSeconds((random.Next(3) - 1) * 120);
}

/// <summary>Runs where long suites are asked for; see tests/run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOfChaosAttribute : FactAttribute
{
    public FactOfChaosAttribute() => Skip = !FactOnPostgresAttribute.Installed ? "PostgreSQL 15 is not installed: apt-get install postgresql-15"
        : Environment.GetEnvironmentVariable("DCCOURSEINDEX_CHAOS") != "1" ? "Takes minutes: tests/run chaos"
        : null;
}
