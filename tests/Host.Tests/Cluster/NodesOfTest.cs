using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger.Postgres;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>Real processes with the crawl role, each with folders of its own, on one catalogue and over the same portals.</summary>
internal sealed class NodesOfTest : IDisposable
{
    /// <summary>Silence after which a node counts as gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    /// <summary>The pause that every portal asks for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly TempFolder folder = new();
    private readonly Dictionary<string, ServiceProcess> processes = new(StringComparer.Ordinal);
    private readonly string connection;

    public NodesOfTest(PostgresServer server, WatchfulPortals portals)
    {
        connection = server.NewSchema();
        folder.Write("config/dccourseindex.yml", "catalog:\n  engine: postgres\n  connection: $CATALOGUE\nlinks:\n  perNight: 0\nnode:\n  lease: 4s\n");
        foreach (var name in portals.Names)
        {
            folder.Write(
                $"config/sources/{name}.yml",
                $"name: {name}\nplatform: moochub\naddress: {portals.Address(name)}\nschedule: \"*/5 * * * * *\"\nallowPrivateAddress: true\ntrusted: true\npoliteness: {{ delay: {Pause.TotalMilliseconds}ms }}\n");
        }

        Store = LedgerStore.Open(new LedgerPlace(folder.File("looking-on"), connection), TimeProvider.System);
    }

    /// <summary>The catalogue as the test sees it.</summary>
    public LedgerStore Store { get; }

    public LedgerCatalog Catalog => new(Store, new LedgerOptions(), TimeProvider.System);

    /// <summary>Starts a node; its contact names it to the portals.</summary>
    public void Start(string node, TimeSpan clockAhead = default)
    {
        processes.GetValueOrDefault(node)?.Dispose();
        processes[node] = ServiceProcess.Start(folder.Path, Environment(node, clockAhead), "run", "--roles", "crawl", "--data", folder.File(node), "--config", folder.File("config"));
    }

    /// <summary>Ends a node the hard way.</summary>
    public void Kill(string node) => processes[node].Kill();

    public bool HasExited(string node) => processes[node].HasExited;

    public string Said(string node) => processes[node].Errors;

    /// <summary>Stops a process in the midst of what it does, or lets it go on (SIGSTOP, SIGCONT).</summary>
    public void Signal(string node, string signal) => processes[node].Signal(signal);

    public async Task StopAsync(string node)
    {
        processes[node].Stop();
        await processes[node].EndAsync();
    }

    /// <summary>What a verb says on a node's machine.</summary>
    public async Task<string> AskAsync(string node, params string[] arguments)
    {
        using var verb = ServiceProcess.Start(folder.Path, Environment(node), [.. arguments, "--data", folder.File(node), "--config", folder.File("config")]);
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

    private Dictionary<string, string> Environment(string node, TimeSpan clockAhead = default) => new(StringComparer.Ordinal)
    {
        ["CATALOGUE"] = connection,
        ["DCCOURSEINDEX__NODE__NAME"] = node,
        ["DCCOURSEINDEX__CONTACT"] = $"https://{node}.example",
        ["DCCOURSEINDEX_CLOCK_AHEAD"] = clockAhead.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
