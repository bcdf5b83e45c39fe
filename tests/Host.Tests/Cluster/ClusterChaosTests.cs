using System.Globalization;
using System.Net;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger.Postgres;
using DcCourseIndex.Host.Tests.Processes;
using Xunit.Abstractions;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>
/// Three nodes, two that crawl and two that search, whose processes, links, clocks and server come to harm at random moments of a seed, while ten portals change.
/// As root each node and the server are machines of their own (network namespaces); else all are on the loopback, where no link can be cut.
/// </summary>
public sealed class ClusterChaosTests(ITestOutputHelper output)
{
    private const string Crawls = "crawl";
    private const string Searches = "index,search";
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal) { ["north"] = Crawls, ["south"] = $"{Crawls},{Searches}", ["east"] = Searches };
    private static readonly TimeSpan Thawing = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // One minute each day; DCCOURSEINDEX_CHAOS_MINUTES makes it longer.
    [FactOnPostgres]
    public async Task Whatever_happens_to_nodes_links_and_server_the_catalogue_is_the_portals_truth_every_index_is_the_catalogue_and_no_portal_is_pressed()
    {
        var minutes = double.TryParse(Environment.GetEnvironmentVariable("DCCOURSEINDEX_CHAOS_MINUTES"), CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DCCOURSEINDEX_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xffff;
        var (network, why) = MachineNetwork.TryMake([.. Roles.Keys, Disturbances.Database]);
        using var made = network;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes, DCCOURSEINDEX_SEED={seed}, {(network is null ? $"on the loopback, no link is cut: {why}" : why)}"));
        var random = new Random(seed);
        using var server = new PostgresServer(network?.AddressOf(Disturbances.Database), network?.Enter(Disturbances.Database) ?? []);
        await using var portals = await WatchfulPortals.StartAsync(10, network is null ? null : number => IPAddress.Parse(network.AtBridge(number + 1)));
        using var nodes = new NodesOfTest(server, portals, network);
        foreach (var (name, roles) in Roles)
        {
            nodes.SetClock(name, TimeSpan.FromMinutes((random.Next(3) - 1) * 2));
            nodes.Start(name, roles);
        }

        await using var follower = new RevisionFollower(nodes.Catalog);
        await using var atSouth = new ChangeMirror(nodes.Root("south"));
        await using var atEast = new ChangeMirror(nodes.Root("east"));
        var disturbances = new Disturbances(random, server, portals, nodes, Roles, network, output);
        while (portals.Now < TimeSpan.FromMinutes(minutes))
        {
            await Task.Delay(TimeSpan.FromSeconds(2 + (random.NextDouble() * 4)));
            await disturbances.NextAsync();
            disturbances.Revive();
        }

        disturbances.Revive();
        var standing = await CalmAsync(nodes, portals);
        await follower.AssertSawAsync(standing);
        await AssertIndexesAsync(nodes, standing.Count);
        await atSouth.AssertSawAsync(standing);
        await atEast.AssertSawAsync(standing);
        foreach (var name in portals.Names)
        {
            // Nobody can call back what a node had all but sent when it was frozen. What a cut link kept from going is not excused.
            PortalVisitsTests.AssertPolite([.. portals.Of(name).Where(visit => !disturbances.Thawed.Exists(one => one.Node == visit.Node && visit.Came > one.At - Thawing && visit.Came < one.At + Thawing))]);
        }

        output.WriteLine(disturbances.Summary);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{portals.Names.Sum(name => portals.Of(name).Count)} requests to portals; the shortest pause was {portals.Names.Min(name => PortalVisitsTests.ShortestPause(portals.Of(name))).TotalMilliseconds:0} ms; revision {standing[^1].Revision}; mirrors had {atSouth.Asked} and {atEast.Asked} answers and refusals"));
    }

    /// <summary>Lets those who crawl end, harvests once more, and compares the catalogue with the portals.</summary>
    private async Task<IReadOnlyList<CourseChange>> CalmAsync(NodesOfTest nodes, WatchfulPortals portals)
    {
        await nodes.StopAsync("north");
        await nodes.StopAsync("south");

        // What was killed last still holds its leases.
        await Task.Delay(NodesOfTest.Lease);

        // The first finishes what was cut off, by what the pages said when they were read; what changed since comes with the second.
        output.WriteLine(await nodes.AskAsync("north", "harvest"));
        output.WriteLine(await nodes.AskAsync("north", "harvest"));
        var standing = (await nodes.Catalog.ChangesAfterAsync(0, 10_000, default)).Changes;
        portals.AssertTruth(standing);
        Assert.All(standing, change => Assert.Equal(CourseState.Active, change.State));
        Assert.Empty(await new CatalogCheck(nodes.Store).RunAsync(default));
        return standing;
    }

    /// <summary>A new node makes an index of the catalogue; the one that lives through everything and the one that was started last must answer as it does.</summary>
    private static async Task AssertIndexesAsync(NodesOfTest nodes, int courses)
    {
        nodes.Start("south", Searches);
        nodes.Start("new", Searches);
        var rebuilt = await AnswersAsync(nodes, "new");
        Assert.True(rebuilt.Count > courses);
        Assert.Equal(rebuilt, await AnswersAsync(nodes, "south"));
        Assert.Equal(rebuilt, await AnswersAsync(nodes, "east"));
    }

    private static async Task<List<string>> AnswersAsync(NodesOfTest nodes, string node)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var root = nodes.Root(node).AbsoluteUri.TrimEnd('/');
        Task<string> Ask(string address) => client.GetStringAsync(new Uri(address));
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsCaughtUpAsync(Ask, root))
        {
            Assert.False(patience.IsCancellationRequested || nodes.HasExited(node), $"{node} did not catch up.\n{nodes.Said(node)}");
            await Task.Delay(200, CancellationToken.None);
        }

        return [.. await IndexAnswers.AllAsync(Ask, root), .. await IndexAnswers.SearchAsync(Ask, root, "кібербезпека"), .. await IndexAnswers.SearchAsync(Ask, root, "курс 7 порталу portal-3")];
    }

    private static async Task<bool> IsCaughtUpAsync(Func<string, Task<string>> ask, string root)
    {
        try
        {
            return IndexAnswers.IsCaughtUp(await ask($"{root}/health/ready"));
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
