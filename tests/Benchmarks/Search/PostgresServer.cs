using System.Diagnostics;
using System.Globalization;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a socket there. Debian's package has what it needs.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Port = "54329";
    private readonly string _folder = Directory.CreateTempSubdirectory("dccourseindex-pg-").FullName;
    private readonly string _programs;

    // The server does not run as root.
    private readonly string[] _as = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private PostgresServer(string programs)
    {
        _programs = programs;
        if (_as.Length > 0)
        {
            Run(["chown", "postgres:postgres", _folder]);
        }

        Run([.. _as, Path.Combine(_programs, "initdb"), "-D", Data, "-A", "trust", "-E", "UTF8", "--locale=C", "-U", "bench"]);
        Run([.. _as, Path.Combine(_programs, "pg_ctl"), "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {Port} -k {_folder} -c listen_addresses='' -c shared_buffers=2GB -c work_mem=256MB -c max_parallel_workers_per_gather=0 -c jit=off -c fsync=off", "start"]);
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts a server; null where PostgreSQL 15 is not installed.</summary>
    public static PostgresServer? Start()
    {
        const string programs = "/usr/lib/postgresql/15/bin";
        return File.Exists(Path.Combine(programs, "postgres")) ? new PostgresServer(programs) : null;
    }

    /// <summary>Runs statements and copies through <c>psql</c>, which writes its own timings.</summary>
    public string Query(Action<TextWriter> write)
    {
        using var psql = Start([Path.Combine(_programs, "psql"), "-h", _folder, "-p", Port, "-U", "bench", "-d", "postgres", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"]);
        var answer = psql.StandardOutput.ReadToEndAsync();
        var errors = psql.StandardError.ReadToEndAsync();
        write(psql.StandardInput);
        psql.StandardInput.Close();
        psql.WaitForExit();
        return psql.ExitCode == 0 ? answer.GetAwaiter().GetResult() : throw new InvalidOperationException("psql: " + errors.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        Run([.. _as, Path.Combine(_programs, "pg_ctl"), "-D", Data, "-m", "immediate", "stop"]);
        Directory.Delete(_folder, recursive: true);
    }

    private static void Run(string[] command)
    {
        using var process = Start(command, redirectOutput: false);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', command)} ended with {process.ExitCode}."));
        }
    }

    // A server that goes on running would hold the pipes of its starter open.
    private static Process Start(string[] command, bool redirectOutput = true)
    {
        var start = redirectOutput
            ? new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true }
            : new ProcessStartInfo("sh", ["-c", "exec \"$@\" > /dev/null", "sh", .. command]) { RedirectStandardInput = true };
        start.WorkingDirectory = "/";
        return Process.Start(start)!;
    }
}
