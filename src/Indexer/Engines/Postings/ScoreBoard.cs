using System.Collections.Concurrent;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Scores by document number while one query is answered. Lent, and wiped only where it was written on, so that a query neither allocates nor
/// clears anything of the size of the index.
/// </summary>
internal sealed class ScoreBoard : IDisposable
{
    // An index grows by small steps, a board by larger ones.
    private const int Step = 1 << 14;
    private static readonly ConcurrentBag<ScoreBoard> Free = [];

    private readonly float[] _best;
    private readonly float[] _sums;
    private readonly float[] _covered;
    private readonly int[] _touched;
    private readonly int[] _touchedByClause;
    private int _ofClause;

    private ScoreBoard(int size)
    {
        (_best, _sums, _covered) = (new float[size], new float[size], new float[size]);
        (_touched, _touchedByClause) = (new int[size], new int[size]);
    }

    /// <summary>An empty board for document numbers below a limit.</summary>
    public static ScoreBoard For(int limit)
    {
        // One that has become too small is let go.
        while (Free.TryTake(out var board))
        {
            if (board._best.Length >= limit)
            {
                return board;
            }
        }

        return new ScoreBoard(((limit / Step) + 1) * Step);
    }

    /// <summary>The documents that have any clause so far.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>One way in which the present clause stands in a document, 0 to 1; the best way counts.</summary>
    public void Offer(int doc, float score)
    {
        ref var best = ref _best[doc];
        if (best == 0)
        {
            _touchedByClause[_ofClause++] = doc;
        }

        if (score > best)
        {
            best = score;
        }
    }

    /// <summary>Adds what the present clause has found, as much as the clause says.</summary>
    public void CloseClause(float information)
    {
        for (var at = 0; at < _ofClause; at++)
        {
            var doc = _touchedByClause[at];
            if (_covered[doc] == 0)
            {
                _touched[Count++] = doc;
            }

            _sums[doc] += information * _best[doc];
            _covered[doc] += information;
            _best[doc] = 0;
        }

        _ofClause = 0;
    }

    /// <summary>How well a document has the clauses, and how much of what they say it has at all.</summary>
    public (float Score, float Covered) this[int doc] => (_sums[doc], _covered[doc]);

    public void Dispose()
    {
        for (var at = 0; at < _ofClause; at++)
        {
            _best[_touchedByClause[at]] = 0;
        }

        foreach (var doc in Touched)
        {
            _sums[doc] = _covered[doc] = 0;
        }

        (Count, _ofClause) = (0, 0);
        Free.Add(this);
    }
}
