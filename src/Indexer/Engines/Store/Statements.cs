using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Short ways to keep a prepared statement and run it again with other values.</summary>
internal static class Statements
{
    public static SqliteCommand Statement(this SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, string name, object? value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at < 0)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        else
        {
            command.Parameters[at].Value = value ?? DBNull.Value;
        }

        return command;
    }

    public static void Each(this SqliteConnection connection, string sql, Action<SqliteDataReader> read)
    {
        using var command = connection.Statement(sql);
        command.Each(read);
    }

    public static void Each(this SqliteCommand command, Action<SqliteDataReader> read)
    {
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            read(rows);
        }
    }
}
