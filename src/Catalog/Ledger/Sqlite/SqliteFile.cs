using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Catalog.Ledger.Sqlite;

/// <summary>All that only SQLite has: how its file is opened, how a writer gets its turn, how the file is checked.</summary>
internal sealed class SqliteFile(string path)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int NotADatabase = 26;

    private readonly string readers = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 60,
    }.ToString();

    public string Path { get; } = path;

    /// <summary>The one writing connection of a process. Throws <see cref="LedgerRefusedException"/> where the file is no SQLite store.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, writer =>
    {
        writer.Execute("pragma busy_timeout = 60000");
        writer.Execute("pragma journal_mode = wal");
        // FULL: what was committed is on the disk, also when the power fails.
        writer.Execute("pragma synchronous = full");
        writer.Execute("pragma cache_size = -32768");
        // A big promotion must not leave a big write-ahead file behind for ever.
        writer.Execute("pragma journal_size_limit = 67108864");
    });

    /// <summary>A connection for one look. It may write, because only such a one clears away its own traces.</summary>
    public SqliteConnection Visit() => Open(SqliteOpenMode.ReadWrite, visit => visit.ExecuteScalar<long>("select count(*) from sqlite_schema"));

    public DbConnection OpenReader()
    {
        var connection = new SqliteConnection(readers);
        connection.Open();
        return connection;
    }

    /// <summary>Waits for its turn among the processes as long as it takes, and gives up only when cancelled.</summary>
    public static async Task<DbTransaction> BeginWritingAsync(SqliteConnection writer, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                // Serializable and not deferred is BEGIN IMMEDIATE: the lock is taken before anything is read.
                return writer.BeginTransaction(IsolationLevel.Serializable, deferred: false);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>One view of the store for all reads inside it.</summary>
    public static DbTransaction BeginReading(DbConnection reader) =>
        ((SqliteConnection)reader).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    /// <summary>From now on a wait for another process returns every second, so that it can be cancelled.</summary>
    public static void WaitInSteps(SqliteConnection writer)
    {
        writer.DefaultTimeout = 1;
        writer.Execute("pragma busy_timeout = 1000");
    }

    /// <summary>What SQLite itself finds wrong with the file; empty means nothing.</summary>
    public static async Task<List<string>> CheckAsync(LedgerTransaction reading)
    {
        var problems = await reading.QueryAsync<string>("pragma integrity_check");
        problems.RemoveAll(problem => problem == "ok");
        var broken = await reading.QueryAsync<ForeignKeyBreach>("pragma foreign_key_check");
        problems.AddRange(broken.Select(breach => $"Row {breach.RowId} of table {breach.Table} points to a row of {breach.Parent} that is not there."));
        return problems;
    }

    /// <summary>Lets go of the file, so that it can be moved or deleted.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(readers);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> begin)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 60,
        }.ToString());
        try
        {
            connection.Open();
            begin(connection);
            return connection;
        }
        catch (SqliteException wrong) when (wrong.SqliteErrorCode == NotADatabase)
        {
            connection.Dispose();
            throw new LedgerRefusedException($"{Path} is no catalogue: it is not an SQLite file.", "Move it away or name another folder with --data.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed class ForeignKeyBreach
    {
        public string Table { get; init; } = "";
        public long? RowId { get; init; }
        public string Parent { get; init; } = "";
    }
}
