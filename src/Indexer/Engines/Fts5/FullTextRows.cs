using DcCourseIndex.Indexer.Engines.Store;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>
/// Writes the rows of the full-text table, all of a transaction after everything else in it: a statement on another table can make
/// FTS5 write its pending words to disk, which row by row takes three times as long.
/// </summary>
internal sealed class FullTextRows(SqliteConnection connection) : IWordWriter
{
    private const string Columns = "title, competences, keywords, summary, description";
    private readonly List<(bool Added, long Doc, int[][] Tokens)> _pending = [];
    private readonly SqliteCommand _add = connection.Statement($"INSERT INTO fts(rowid, {Columns}) VALUES($doc, $c0, $c1, $c2, $c3, $c4)");
    private readonly SqliteCommand _remove = connection.Statement($"INSERT INTO fts(fts, rowid, {Columns}) VALUES('delete', $doc, $c0, $c1, $c2, $c3, $c4)");

    public void Add(long doc, int[][] tokens) => _pending.Add((true, doc, tokens));

    /// <summary>Takes out what was added, token by token.</summary>
    public void Remove(long doc, int[][] tokens) => _pending.Add((false, doc, tokens));

    public void Flush(long seq)
    {
        foreach (var (added, doc, tokens) in _pending)
        {
            var command = (added ? _add : _remove).With("$doc", doc);
            for (var i = 0; i < tokens.Length; i++)
            {
                command.With($"$c{i}", TokenWriter.Text(tokens[i]));
            }

            command.ExecuteNonQuery();
        }

        Forget();
    }

    public void Forget() => _pending.Clear();

    public void Optimise() => StoreSchema.Execute(connection, "INSERT INTO fts(fts) VALUES('optimize');");

    public void Dispose()
    {
        _add.Dispose();
        _remove.Dispose();
    }
}
