using System.Globalization;
using DcCourseIndex.Catalog.Tests.Ledger.Postgres;
using Xunit.Abstractions;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>What befalls nodes, links, clocks and the server of a trial, drawn by a seed. Each one says what it does and when.</summary>
internal sealed class Disturbances(Random random, PostgresServer server, WatchfulPortals portals, NodesOfTest nodes, IReadOnlyDictionary<string, string> roles, MachineNetwork? network, ITestOutputHelper output)
{
    /// <summary>The machine of the database.</summary>
    public const string Database = "database";

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>When a frozen node went on.</summary>
    public List<(string Node, TimeSpan At)> Thawed { get; } = [];

    /// <summary>How often each thing happened.</summary>
    public string Summary => string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} × {count.Key}")));

    /// <summary>Lets one thing happen and be over.</summary>
    public async Task NextAsync()
    {
        var node = roles.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(roles.Count));
        switch (random.Next(network is null ? 6 : 9))
        {
            case 0:
                Say("kill", node);
                nodes.Kill(node);
                await WaitAsync(0, 4);
                nodes.Start(node, roles[node]);
                break;
            case 1:
                Say("freeze", node);
                nodes.Signal(node, "STOP");
                await WaitAsync(NodesOfTest.Lease.TotalSeconds, 3);
                nodes.Signal(node, "CONT");
                Thawed.Add((node, portals.Now));
                break;
            case 2:
                Say("restart", "the server");
                server.Restart();
                break;
            case 3:
                Say("pull the plug of", "the server");
                server.Stop("immediate");
                await WaitAsync(0, 3);
                server.Begin();
                break;
            case 4:
                var ahead = TimeSpan.FromMinutes((random.Next(3) - 1) * 2);
                Say("step of the clock", string.Create(CultureInfo.InvariantCulture, $"{node} to {ahead.TotalSeconds:+0;-0;0} s"));
                nodes.SetClock(node, ahead);
                break;
            case 5:
                Say("change of", "the portals");
                portals.Change();
                break;
            case 6:
                Say("cut the link of", node);
                await CutAsync(node, 0, NodesOfTest.Lease.TotalSeconds * 2);
                break;
            case 7:
                Say("cut the link of", Database);
                await CutAsync(Database, 0, NodesOfTest.Lease.TotalSeconds * 2);
                break;
            default:
                // The server hears nothing of it.
                Say("kill behind a cut link", node);
                network!.Cut(node);
                nodes.Kill(node);
                await WaitAsync(0, 3);
                network.Mend(node);
                nodes.Start(node, roles[node]);
                break;
        }
    }

    /// <summary>A node that begins while the server is away says so and ends; a service manager starts it again.</summary>
    public void Revive()
    {
        foreach (var (name, role) in roles.Where(node => nodes.HasExited(node.Key)))
        {
            var said = nodes.Said(name);
            Assert.True(said.Contains("does not let us in", StringComparison.Ordinal), $"{name} ended and said:\n{said}");
            Say("start again", name);
            nodes.Start(name, role);
        }
    }

    private async Task CutAsync(string machine, double atLeast, double more)
    {
        network!.Cut(machine);
        await WaitAsync(atLeast, more);
        network.Mend(machine);
    }

    private Task WaitAsync(double atLeast, double more) => Task.Delay(TimeSpan.FromSeconds(atLeast + (random.NextDouble() * more)));

    private void Say(string what, string whom)
    {
        counts[what] = counts.GetValueOrDefault(what) + 1;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{portals.Now.TotalSeconds,6:0.0} s: {what} {whom}"));
    }
}
