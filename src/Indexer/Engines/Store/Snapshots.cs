using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Query;

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
    private readonly FactRows _rows = new();
    private readonly Vocabulary _vocabulary = new();
    private Snapshot _current = new(IndexPosition.Nothing, -1, FactTable.Empty(NoKeys), WordIndex.Empty);
    private Task? _folding;

    public TokenMap Tokens => _vocabulary.Tokens;

    public NearWords Words => _vocabulary.Words;

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
            var start = current.Seq < 0 ? StartBlock.Read(connection) : null;
            var began = start is null ? null : Task.Run(() => current.Facts.With(StartFacts.Read(start.Facts, _rows), _rows.Keys));
            if (start is not null)
            {
                _vocabulary.Read(start.Vocabulary);
            }

            var before = began?.GetAwaiter().GetResult() ?? current.Facts;
            var changes = _rows.Read(connection, start?.Seq ?? current.Seq);
            var beside = changes.Count > Many ? Task.Run(() => before.With(changes, _rows.Keys)) : null;
            _vocabulary.Read(connection);
            var next = new Snapshot(
                position,
                seq,
                beside is null ? before.With(changes, _rows.Keys) : beside.GetAwaiter().GetResult(),
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
}
