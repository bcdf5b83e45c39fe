using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Catalog.Ledger.Sqlite;

/// <summary>All that only SQLite has: how its file is opened, how a writer gets its turn, how the file is checked.</summary>
internal sealed class SqliteFile(string path) : ILedgerEngine
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

    public string Name => path;

    public string Kind => "sqlite";

    public bool IsShared => false;

    public bool Exists => File.Exists(path);

    /// <summary>The one writing connection of a process. Throws <see cref="LedgerRefusedException"/> where the file is no SQLite store.</summary>
    public DbConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, writer =>
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
    public DbConnection Visit() => Open(SqliteOpenMode.ReadWrite, visit => visit.ExecuteScalar<long>("select count(*) from sqlite_schema"));

    public async Task<DbConnection> OpenReaderAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(readers);
        await connection.OpenAsync(ct);
        return connection;
    }

    public Task<DbConnection> OpenBesideAsync(CancellationToken ct) => OpenReaderAsync(ct);

    /// <summary>Waits for its turn among the processes as long as it takes, and gives up only when cancelled.</summary>
    public async Task<DbTransaction> BeginWritingAsync(DbConnection writer, CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                // Serializable and not deferred is BEGIN IMMEDIATE: the lock is taken before anything is read.
                return ((SqliteConnection)writer).BeginTransaction(IsolationLevel.Serializable, deferred: false);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
            {
                await Task.Yield();
            }
        }
    }

    public DbTransaction BeginReading(DbConnection reader) =>
        ((SqliteConnection)reader).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    public bool IsLost(DbException failure) => false;

    public DbTransaction BeginChangingTables(DbConnection writer) => ((SqliteConnection)writer).BeginTransaction(deferred: false);

    public bool HasTable(DbConnection connection, string name) =>
        connection.ExecuteScalar<long>("select count(*) from sqlite_schema where type = 'table' and name = @name", new { name }) > 0;

    public string SpellTables(string sql) => sql;

    public string Spell(string sql) => sql;

    public object? Values(string sql, object? values) => values;

    public object Value(object value) => value;

    // SQLite notes the highest number by itself.
    public Task CountOnAsync(LedgerTransaction writing, IReadOnlyList<string> tables) => Task.CompletedTask;

    /// <summary>From now on a wait for another process returns every second, so that it can be cancelled.</summary>
    public void Ready(DbConnection writer)
    {
        ((SqliteConnection)writer).DefaultTimeout = 1;
        writer.Execute("pragma busy_timeout = 1000");
    }

    public async Task<List<string>> CheckAsync(LedgerTransaction reading)
    {
        var problems = await reading.QueryAsync<string>("pragma integrity_check");
        problems.RemoveAll(problem => problem == "ok");
        var broken = await reading.QueryAsync<ForeignKeyBreach>("pragma foreign_key_check");
        problems.AddRange(broken.Select(breach => $"Row {breach.RowId} of table {breach.Table} points to a row of {breach.Parent} that is not there."));
        return problems;
    }

    /// <summary>Lets go of the file, so that it can be moved or deleted.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(readers);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open(SqliteOpenMode mode, Action<SqliteConnection> begin)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
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
            throw new LedgerRefusedException($"{path} is no catalogue: it is not an SQLite file.", "Move it away or name another folder with --data.");
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
