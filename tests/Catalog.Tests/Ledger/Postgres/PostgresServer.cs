using System.Diagnostics;
using Npgsql;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

/// <summary>A real PostgreSQL server in a temporary folder, reached by a socket there; gone with the tests.</summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>Where Debian's package puts the server; the project file leaves these tests out where it is not.</summary>
    private const string Programs = "/usr/lib/postgresql/15/bin";

    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-pg-").FullName;

    // The server refuses to run as root.
    private readonly string[] account = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    // How the server is put on a machine of its own, and its address there; without one it is reached by its socket alone.
    private readonly IReadOnlyList<string> enter = [];
    private readonly string? address;

    public PostgresServer()
        : this(null, [])
    {
    }

    /// <summary>A server that also listens at an address, begun by a command that <paramref name="enter"/>s the machine which has that address.</summary>
    internal PostgresServer(string? address, IReadOnlyList<string> enter)
    {
        (this.address, this.enter) = (address, enter);
        if (account.Length > 0)
        {
            Run("chown", "postgres:postgres", folder);
        }

        // Another locale than C on purpose where there is one: the ledger's order must not depend on it.
        Run([.. account, Path.Combine(Programs, "initdb"), "-D", Data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "ledger"]);
        if (address is not null)
        {
            File.AppendAllText(Path.Combine(Data, "pg_hba.conf"), $"host all all {address}/24 trust\n");
        }

        Begin();
    }

    private string Data => Path.Combine(folder, "data");

    /// <summary>The connection string of a new, empty schema.</summary>
    public string NewSchema()
    {
        var schema = $"s{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection($"{Connection()};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"create schema {schema}";
        command.ExecuteNonQuery();
        return Connection(schema);
    }

    /// <summary>The same catalogue as machines reach it that are not this one.</summary>
    internal string ByNetwork(string connection) => address is null ? connection : new NpgsqlConnectionStringBuilder(connection) { Host = address }.ConnectionString;

    /// <summary>Stops the server as a restart of the machine does and starts it again.</summary>
    public void Restart()
    {
        Stop();
        Begin();
    }

    /// <summary>Cuts every connection and starts nothing; in the mode «immediate» as a power cut does.</summary>
    public void Stop(string mode = "fast") => Run([.. account, Path.Combine(Programs, "pg_ctl"), "-D", Data, "-w", "-m", mode, "stop"]);

    /// <summary>Starts it again.</summary>
    public void Begin() => Run([.. enter, .. account, Path.Combine(Programs, "pg_ctl"), "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -c listen_addresses='{address}' -c fsync=off -c max_connections=200", "start"]);

    public void Dispose()
    {
        Run([.. account, Path.Combine(Programs, "pg_ctl"), "-D", Data, "-m", "immediate", "stop"]);
        Directory.Delete(folder, recursive: true);
    }

    private string Connection(string schema = "public") => $"Host={folder};Database=postgres;Username=ledger;Search Path={schema}";

    private static void Run(params string[] command)
    {
        // The server goes on running and must not hold the pipes of its starter.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null 2>&1 < /dev/null", "sh", .. command]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
        }
    }
}
