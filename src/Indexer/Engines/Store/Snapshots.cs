using System.Runtime.InteropServices;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Query;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// Keeps the snapshot of the newest commit that a reader has met. The first reader after a commit reads what changed;
/// the others go on with what they hold or wait those milliseconds, never for the writer.
/// </summary>
internal sealed class Snapshots(Func<WordIndex, ReadConnection, long, Func<WordIndex>>? readWords = null)
{
    private const int Many = 10_000;
    private readonly Lock _gate = new();
    private static readonly FacetDictionary[] NoKeys = [.. Enumerable.Range(0, FacetKeys.Columns).Select(_ => new FacetDictionary())];
    private readonly FacetDictionary[] _dictionaries = [.. Enumerable.Range(0, FacetKeys.Columns).Select(_ => new FacetDictionary())];
    private readonly FacetDictionary _clusters = new();
    private Snapshot _current = new(IndexPosition.Nothing, -1, FactTable.Empty(NoKeys), WordIndex.Empty);
    private Task? _folding;
    private long _lastWord;

    public TokenMap Tokens { get; } = new();

    public NearWords Words { get; } = new();

    /// <summary>The snapshot of the state that a connection sees; null where a later one has been met already: then begin again.</summary>
    public Snapshot? At(ReadConnection connection, IndexPosition position, long seq)
    {
        var current = Volatile.Read(ref _current);
        if (current.Seq == seq)
        {
            return current;
        }

        lock (_gate)
        {
            current = _current;
            if (current.Seq >= seq)
            {
                return current.Seq == seq ? current : null;
            }

            // At a start the other cores make tables of what has been read while this one reads on.
            var words = readWords?.Invoke(current.Words, connection, current.Seq);
            var changes = Changes(connection, current.Seq);
            var beside = changes.Count > Many ? Task.Run(() => current.Facts.With(changes, _dictionaries)) : null;
            ReadVocabulary(connection);
            var next = new Snapshot(
                position,
                seq,
                beside is null ? current.Facts.With(changes, _dictionaries) : beside.GetAwaiter().GetResult(),
                words?.Invoke() ?? WordIndex.Empty);
            Volatile.Write(ref _current, next);
            FoldBeside(next.Words);
            return next;
        }
    }

    // Readers go on with the segments as they are until the folded one is there; one folding at a time.
    private void FoldBeside(WordIndex words)
    {
        if (_folding is { IsCompleted: false } || Folding.Due(words) is not { Count: > 0 } due)
        {
            return;
        }

        _folding?.GetAwaiter().GetResult();
        _folding = Task.Run(() =>
        {
            var folded = Folding.Fold(due);
            lock (_gate)
            {
                Volatile.Write(ref _current, _current with { Words = Folding.Replace(_current.Words, due, folded) });
            }
        });
    }

    private List<KeyValuePair<int, CourseFacts>> Changes(ReadConnection connection, long after)
    {
        List<KeyValuePair<int, CourseFacts>> changes = [];
        connection.Statement("SELECT doc, id, facets, minutes, firstSeen, title, cluster, rank, lastSeen, lastChanged FROM facts WHERE seq > $after").With("$after", after)
            .Each(row => changes.Add(new(row.GetInt32(0), row.IsDBNull(2) ? default : Facts(row))));
        return changes;
    }

    private CourseFacts Facts(SqliteDataReader row) => new()
    {
        Id = row.GetString(1),
        Codes = FacetKeys.Codes(row.GetString(2), _dictionaries),
        Minutes = row.IsDBNull(3) ? int.MaxValue : row.GetInt32(3),
        FirstSeen = row.GetInt64(4),
        Cluster = row.IsDBNull(6) ? 0 : _clusters.Code(row.GetString(6)) + 1,
        Rank = row.GetInt32(7),
        LastSeen = row.GetInt64(8),
        LastChanged = row.GetInt64(9),
        Title = MemoryMarshal.Cast<byte, int>(row.GetFieldValue<byte[]>(5)).ToArray(),
    };

    private void ReadVocabulary(ReadConnection connection)
    {
        // Dictionary forms are words to be meant as well, whether or not a course has them.
        List<string> words = [];
        var last = _lastWord;
        connection.Statement("SELECT id, readings FROM tokens WHERE id > $known").With("$known", Tokens.Highest)
            .Each(row => words.AddRange(Tokens.Add(row.GetInt32(0), row.GetString(1))));
        connection.Statement("SELECT number, word FROM words WHERE number > $known").With("$known", _lastWord).Each(row =>
        {
            last = row.GetInt64(0);
            words.Add(row.GetString(1));
        });
        Words.Add(words);
        _lastWord = last;
    }
}
