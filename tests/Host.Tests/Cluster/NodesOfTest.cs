using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger.Postgres;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>Real processes, each with folders, a clock and roles of its own and, with a network, on a machine of its own, on one catalogue and over the same portals.</summary>
internal sealed class NodesOfTest : IDisposable
{
    /// <summary>Silence after which a node counts as gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    /// <summary>The pause that every portal asks for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private const int PortInNetwork = 5080;
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, ServiceProcess> processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly string connection;
    private readonly MachineNetwork? network;

    public NodesOfTest(PostgresServer server, WatchfulPortals portals, MachineNetwork? network = null)
    {
        var schema = server.NewSchema();
        (connection, this.network) = (server.ByNetwork(schema), network);
        folder.Write("config/dccourseindex.yml", "catalog:\n  engine: postgres\n  connection: $CATALOGUE\nlinks:\n  perNight: 0\nnode:\n  lease: 4s\napi:\n  limits:\n    perMinute: 0\n");
        foreach (var name in portals.Names)
        {
            folder.Write(
                $"config/sources/{name}.yml",
                $"name: {name}\nplatform: moochub\naddress: {portals.Address(name)}\nschedule: \"*/5 * * * * *\"\nallowPrivateAddress: true\ntrusted: true\npoliteness: {{ delay: {Pause.TotalMilliseconds}ms }}\n");
        }

        Store = LedgerStore.Open(new LedgerPlace(folder.File("looking-on"), schema), TimeProvider.System);
    }

    /// <summary>The catalogue as the test sees it, whatever becomes of links.</summary>
    public LedgerStore Store { get; }

    public LedgerCatalog Catalog => new(Store, new LedgerOptions(), TimeProvider.System);

    /// <summary>Starts a node; its contact names it to the portals.</summary>
    public void Start(string node, string roles = "crawl")
    {
        processes.GetValueOrDefault(node)?.Dispose();
        string[] urls = roles.Contains("search", StringComparison.Ordinal) ? ["--urls", Root(node).AbsoluteUri] : [];
        processes[node] = Process(node, ["run", "--roles", roles, .. urls]);
    }

    /// <summary>Where a node with the search role is asked.</summary>
    public Uri Root(string node) => new(network is not null
        ? string.Create(CultureInfo.InvariantCulture, $"http://{network.AddressOf(node)}:{PortInNetwork}")
        : string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{(ports.TryGetValue(node, out var port) ? port : ports[node] = ServiceProcess.FreePort())}"));

    /// <summary>Ends a node the hard way.</summary>
    public void Kill(string node) => processes[node].Kill();

    public bool HasExited(string node) => processes[node].HasExited;

    public string Said(string node) => processes[node].Errors;

    /// <summary>Stops a process in the midst of what it does, or lets it go on (SIGSTOP, SIGCONT).</summary>
    public void Signal(string node, string signal) => processes[node].Signal(signal);

    /// <summary>Sets a node's clock, also while it runs: so far ahead of the right one.</summary>
    public void SetClock(string node, TimeSpan ahead)
    {
        folder.Write($"clock-{node}.next", ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        File.Move(folder.File($"clock-{node}.next"), Clock(node), overwrite: true);
    }

    public async Task StopAsync(string node)
    {
        processes[node].Stop();
        await processes[node].EndAsync();
    }

    /// <summary>What a verb says on a node's machine.</summary>
    public async Task<string> AskAsync(string node, params string[] arguments)
    {
        using var verb = Process(node, arguments);
        await verb.EndAsync();
        Assert.True(verb.ExitCode == 0, verb.Output + verb.Errors);
        return verb.Output;
    }

    public void Dispose()
    {
        foreach (var process in processes.Values)
        {
            process.Dispose();
        }

        Store.Dispose();
        folder.Dispose();
    }

    private ServiceProcess Process(string node, string[] arguments)
    {
        if (!File.Exists(Clock(node)))
        {
            SetClock(node, TimeSpan.Zero);
        }

        return ServiceProcess.StartWithin(network?.Enter(node) ?? [], folder.Path, Environment(node), [.. arguments, "--data", folder.File(node), "--config", folder.File("config")]);
    }

    private string Clock(string node) => folder.File($"clock-{node}");

    private Dictionary<string, string> Environment(string node) => new(StringComparer.Ordinal)
    {
        ["CATALOGUE"] = connection,
        ["DCCOURSEINDEX__NODE__NAME"] = node,
        ["DCCOURSEINDEX__CONTACT"] = $"https://{node}.example",
        ["DCCOURSEINDEX_CLOCK_AHEAD"] = Clock(node),
    };
}
