using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace DcCourseIndex.Catalog.Ledger.Postgres;

/// <summary>All that only PostgreSQL has: how it is reached and found again, how a writer gets its turn.</summary>
internal sealed class PostgresDatabase : ILedgerEngine
{
    private const int Tries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    private readonly NpgsqlDataSource reading;
    private readonly NpgsqlDataSource writing;
    private readonly TimeProvider clock;

    /// <summary>Throws <see cref="LedgerRefusedException"/> where the text is no connection string.</summary>
    public PostgresDatabase(string connection, TimeProvider clock)
    {
        this.clock = clock;
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 0, IncludeErrorDetail = false };
            parts.ApplicationName ??= "dccourseindex";
            if (parts.Host is null or "") throw new ArgumentException("it names no Host");
            Name = $"PostgreSQL {parts.Host}:{parts.Port}/{parts.Database}";
            reading = NpgsqlDataSource.Create(ConnectionLimits.ForReading(parts.ConnectionString));
            writing = NpgsqlDataSource.Create(ConnectionLimits.ForWriting(parts.ConnectionString));
        }
        catch (ArgumentException wrong)
        {
            throw new LedgerRefusedException($"catalog.connection is no connection string: {wrong.Message}", "Write it as Host=…;Database=…;Username=…;Password=….");
        }
    }

    public string Name { get; }

    public string Kind => "postgres";

    public bool IsShared => true;

    public bool Exists => true;

    public DbConnection OpenWriter() => Opened();

    public DbConnection Visit() => Opened();

    public Task<DbConnection> OpenReaderAsync(CancellationToken ct) => OpenAsync(reading, ct);

    public Task<DbConnection> OpenBesideAsync(CancellationToken ct) => OpenAsync(writing, ct);

    // A connection out of the pool may have died with the server it led to.
    private async Task<DbConnection> OpenAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            NpgsqlConnection? reader = null;
            try
            {
                reader = await source.OpenConnectionAsync(ct);
                await using var look = new NpgsqlCommand("select 1", reader);
                await look.ExecuteScalarAsync(ct);
                return reader;
            }
            catch (NpgsqlException lost) when (IsLost(lost) && tried < Tries)
            {
                if (reader is not null) await reader.DisposeAsync();
                await WaitAsync(tried, ct);
            }
        }
    }

    /// <summary>The counter's row is the writers' turn: whoever holds it writes, over all processes, so that revisions become visible in their order.</summary>
    public async Task<DbTransaction> BeginWritingAsync(DbConnection writer, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            DbTransaction? transaction = null;
            try
            {
                if (writer.State != ConnectionState.Open)
                {
                    await writer.CloseAsync();
                    await writer.OpenAsync(ct);
                }

                transaction = await writer.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
                await writer.ExecuteScalarAsync<long>(new CommandDefinition("select revision from counter for update", null, transaction, cancellationToken: ct));
                return transaction;
            }
            catch (NpgsqlException lost) when (IsLost(lost) && tried < Tries)
            {
                if (transaction is not null) await transaction.DisposeAsync();
                await writer.CloseAsync();
                await WaitAsync(tried, ct);
            }
            catch
            {
                if (transaction is not null) await transaction.DisposeAsync();
                throw;
            }
        }
    }

    public DbTransaction BeginReading(DbConnection reader) => reader.BeginTransaction(IsolationLevel.RepeatableRead);

    public DbTransaction BeginChangingTables(DbConnection writer)
    {
        var transaction = writer.BeginTransaction(IsolationLevel.ReadCommitted);
        writer.Execute("select pg_advisory_xact_lock(hashtext('dccourseindex ' || current_schema()))", transaction: transaction);
        return transaction;
    }

    public bool HasTable(DbConnection connection, string name) => connection.ExecuteScalar<bool>("select to_regclass(@name) is not null", new { name });

    public string SpellTables(string sql) => PostgresSpelling.OfTables(sql);

    public string Spell(string sql) => PostgresSpelling.Of(sql);

    public object? Values(string sql, object? values) => PostgresValues.Of(sql, values);

    public object Value(object value) => PostgresValues.Single(value)!;

    public void Ready(DbConnection writer)
    {
    }

    public async Task CountOnAsync(LedgerTransaction writing, IReadOnlyList<string> tables)
    {
        var counting = await writing.QueryAsync<string>(
            "select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'id' and is_identity = 'YES'");
        foreach (var table in counting.Where(tables.Contains))
        {
            await writing.ExecuteAsync($"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table})) where exists (select 1 from {table})");
        }
    }

    /// <summary>The server keeps its files sound by itself.</summary>
    public Task<List<string>> CheckAsync(LedgerTransaction reading) => Task.FromResult(new List<string>());

    public void Dispose()
    {
        reading.Dispose();
        writing.Dispose();
    }

    // Cut connections, a server that stops or starts (57P01 to 57P03), and a turn that was lost by silence (25P03).
    public bool IsLost(DbException failure) =>
        failure is PostgresException told ? told.SqlState is "57P01" or "57P02" or "57P03" or "25P03" : failure.IsTransient || failure.InnerException is IOException or System.Net.Sockets.SocketException;

    private NpgsqlConnection Opened()
    {
        try
        {
            return writing.OpenConnection();
        }
        catch (NpgsqlException refused)
        {
            throw new LedgerRefusedException(
                $"{Name} does not let us in: {refused.Message}",
                "Start the server, make the database and the account, or correct catalog.connection.");
        }
    }

    private Task WaitAsync(int tried, CancellationToken ct) => tried == 1 ? Task.CompletedTask : Task.Delay(Pause, clock, ct);
}
