using DcCourseIndex.Indexer.Engines.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Writes the words of each commit as a segment file beside the store, and merges small ones, so that a start reads and does not build.
/// A file that is in no list is of no use and is removed.
/// </summary>
internal sealed class SegmentWriter : IWordWriter
{
    // So many segments may be read one by one at a start.
    private const int MostSegments = 8;

    private readonly string _folder;
    private readonly SqliteConnection _connection;
    private readonly ILogger _log;
    private readonly SortedDictionary<int, int[][]?> _pending = [];
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _remove;

    public SegmentWriter(string folder, SqliteConnection connection, ILogger log)
    {
        (_folder, _connection, _log) = (folder, connection, log);
        _add = connection.Statement("INSERT INTO segments(file, first, last, held) VALUES($file, $first, $last, $held)");
        _remove = connection.Statement("DELETE FROM segments WHERE first BETWEEN $first AND $last");
        Mend();
        RemoveUnlisted();
    }

    /// <inheritdoc/>
    public void Add(long doc, int[][] tokens) => _pending[(int)doc] = tokens;

    /// <inheritdoc/>
    public void Remove(long doc, int[][] tokens) => _pending[(int)doc] = null;

    /// <inheritdoc/>
    public void Flush(long seq)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        Put(Built(), seq, seq);
        Forget();
        if (Due(SegmentRows.Read(_connection.Statement)) is { Count: > 1 } due)
        {
            // What earlier commits have merged; what this one merges stays until a later one, for readers that are just starting.
            RemoveUnlisted();
            Fold(due);
        }
    }

    /// <inheritdoc/>
    public void Forget() => _pending.Clear();

    /// <inheritdoc/>
    public void Optimise()
    {
        var all = SegmentRows.Read(_connection.Statement);
        if (all.Count > 1)
        {
            StoreSchema.Execute(_connection, "BEGIN IMMEDIATE");
            try
            {
                Fold(all);
                StoreSchema.Execute(_connection, "COMMIT");
            }
            catch
            {
                StoreSchema.Execute(_connection, "ROLLBACK");
                throw;
            }
        }

        RemoveUnlisted();
    }

    public void Dispose()
    {
        _add.Dispose();
        _remove.Dispose();
    }

    /// <summary>The last segments as far as each holds no more than those behind it: so a course is merged only a few times.</summary>
    public static IReadOnlyList<SegmentRow> Due(IReadOnlyList<SegmentRow> rows)
    {
        if (rows.Count <= MostSegments)
        {
            return [];
        }

        var (from, behind) = (rows.Count - 1, (long)rows[^1].Held);
        while (from > 0 && rows[from - 1].Held <= behind)
        {
            behind += rows[--from].Held;
        }

        // A tail that never ends so is merged from the second on.
        return [.. rows.Skip(from < rows.Count - 1 ? from : 1)];
    }

    private Segment Built()
    {
        List<(int Doc, int[][] Tokens)> added = [.. _pending.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!))];
        var weighed = new (int, byte)[added.Count][];
        Parallel.For(0, added.Count, static () => new Impact(), (at, _, impact) =>
        {
            weighed[at] = impact.Of(added[at].Tokens);
            return impact;
        }, static _ => { });
        var builder = new SegmentBuilder();
        for (var at = 0; at < added.Count; at++)
        {
            builder.Add(added[at].Doc, added[at].Tokens, weighed[at]);
        }

        return builder.Build([.. _pending.Where(pair => pair.Value is null).Select(pair => pair.Key)]);
    }

    private void Fold(IReadOnlyList<SegmentRow> rows)
    {
        var (first, last) = (rows[0].First, rows[^1].Last);
        var segments = rows.Select(row => SegmentFile.Read(PathOf(row.File)) ?? SegmentRows.Build(_connection.Statement, row.First, row.Last));
        var folded = SegmentList.Fold(SegmentList.Living(segments), isFirst: SegmentRows.Read(_connection.Statement)[0].First == first);
        _remove.With("$first", first).With("$last", last).ExecuteNonQuery();
        Put(folded, first, last);
    }

    private void Put(Segment segment, long first, long last)
    {
        var file = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"words-{first}-{last}.segment");
        SegmentFile.Write(PathOf(file), segment);
        _add.With("$file", file).With("$first", first).With("$last", last).With("$held", segment.Held.Length).ExecuteNonQuery();
    }

    private void Mend()
    {
        foreach (var row in SegmentRows.Read(_connection.Statement).Where(row => SegmentFile.Read(PathOf(row.File)) is null))
        {
            _log.LogWarning("The segment {File} is missing or damaged; it is made again from the stored courses.", PathOf(row.File));
            SegmentFile.Write(PathOf(row.File), SegmentRows.Build(_connection.Statement, row.First, row.Last));
        }
    }

    private void RemoveUnlisted()
    {
        var listed = SegmentRows.Read(_connection.Statement).Select(row => row.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_folder, "words-*").Where(path => !listed.Contains(Path.GetFileName(path))))
        {
            File.Delete(path);
        }
    }

    private string PathOf(string file) => Path.Combine(_folder, file);
}
