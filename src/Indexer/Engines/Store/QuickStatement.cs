using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// A statement that runs for every course or word of a build: its values stand by place (<c>?1</c>, <c>?2</c>, …) in the order in which they are given, and SQLite is asked directly.
/// A command of ADO.NET looks each value up by its name, which makes up most of what a small statement takes.
/// </summary>
internal sealed class QuickStatement : IDisposable
{
    private readonly sqlite3 _file;
    private readonly sqlite3_stmt _statement;
    private int _given;

    /// <exception cref="SqliteException">The statement is not one that the file's tables can answer.</exception>
    public QuickStatement(SqliteConnection connection, string sql)
    {
        _file = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_file, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _file);
    }

    public QuickStatement With(long? value)
    {
        Check(value is { } known ? raw.sqlite3_bind_int64(_statement, ++_given, known) : raw.sqlite3_bind_null(_statement, ++_given));
        return this;
    }

    public QuickStatement With(string? value)
    {
        // Not as UTF-16: half a surrogate pair would swallow the letter behind it.
        Check(value is null ? raw.sqlite3_bind_null(_statement, ++_given) : raw.sqlite3_bind_text(_statement, ++_given, value));
        return this;
    }

    /// <summary>Bytes, which are copied.</summary>
    public QuickStatement With(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_given, value));
        return this;
    }

    /// <summary>Runs it to the end; its values are given anew the next time.</summary>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public void Run()
    {
        _given = 0;
        var done = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(done == raw.SQLITE_ROW ? raw.SQLITE_DONE : done);
    }

    /// <summary>Runs it and reads the whole numbers of its first row; false where there is no row.</summary>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public bool Read(Span<long> row)
    {
        _given = 0;
        var done = raw.sqlite3_step(_statement);
        var found = done == raw.SQLITE_ROW;
        for (var column = 0; found && column < row.Length; column++)
        {
            row[column] = raw.sqlite3_column_int64(_statement, column);
        }

        raw.sqlite3_reset(_statement);
        Check(done);
        return found;
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            _given = 0;
            SqliteException.ThrowExceptionForRC(code, _file);
        }
    }
}
