using System.Data.Common;
using System.Globalization;
using Dapper;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>One transaction on the store: everything asked through it happens together or not at all.</summary>
internal sealed class LedgerTransaction(ILedgerEngine engine, DbConnection connection, DbTransaction transaction, CancellationToken ct)
{
    /// <summary>Runs a statement; with a list of values, once for each. Returns the number of rows touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

    public async Task<List<T>> QueryAsync<T>(string sql, object? values = null) => (await connection.QueryAsync<T>(Command(sql, values))).AsList();

    /// <summary>The rows one by one, for a table that is not to stand in memory. To be read to the end before anything else is asked.</summary>
    public IEnumerable<T> Stream<T>(string sql) => connection.Query<T>(new CommandDefinition(engine.Spell(sql), null, transaction, flags: CommandFlags.None, cancellationToken: ct));

    /// <summary>The names of the columns, and the rows one by one as they stand in the store. To be read to the end before anything else is asked.</summary>
    public async Task<(string[] Names, IEnumerable<object[]> Rows)> RowsAsync(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        var reader = await command.ExecuteReaderAsync(ct);
        return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], Read());

        IEnumerable<object[]> Read()
        {
            using (command)
            using (reader)
            {
                while (reader.Read())
                {
                    var row = new object[reader.FieldCount];
                    reader.GetValues(row);
                    yield return row;
                }
            }
        }
    }

    /// <summary>Runs one prepared statement for each row of values, which it names <c>@0</c>, <c>@1</c>…: for many small rows.</summary>
    public async Task ExecuteEachAsync(string sql, IEnumerable<object[]> rows)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = engine.Spell(sql);
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
            {
                if (command.Parameters.Count == at)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@{at}");
                    command.Parameters.Add(parameter);
                }

                command.Parameters[at].Value = engine.Value(row[at]);
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The first row, or nothing.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? values = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    /// <summary>The rows of many ids, asked in portions that every engine takes. The SQL names them <c>@ids</c>.</summary>
    public async Task<List<T>> QueryByIdsAsync<T>(string sql, IEnumerable<string> ids, long run = 0)
    {
        var rows = new List<T>();
        foreach (var portion in ids.Chunk(500))
        {
            rows.AddRange(await QueryAsync<T>(sql, new { ids = portion, run }));
        }

        return rows;
    }

    private CommandDefinition Command(string sql, object? values) => new(engine.Spell(sql), engine.Values(sql, values), transaction, cancellationToken: ct);
}
