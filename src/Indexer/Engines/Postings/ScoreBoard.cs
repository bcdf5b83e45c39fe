using System.Buffers;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Scores by document number while one query is answered. Rented, so that a query allocates nothing of the size of the index.</summary>
internal sealed class ScoreBoard : IDisposable
{
    private readonly float[] _best;
    private readonly float[] _sums;
    private readonly float[] _covered;
    private readonly int[] _touched;
    private readonly int[] _touchedByClause;
    private int _ofClause;

    public ScoreBoard(int limit)
    {
        _best = Zeros(limit);
        _sums = Zeros(limit);
        _covered = Zeros(limit);
        _touched = ArrayPool<int>.Shared.Rent(limit);
        _touchedByClause = ArrayPool<int>.Shared.Rent(limit);
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
        foreach (var doc in Touched)
        {
            _sums[doc] = _covered[doc] = 0;
        }

        ArrayPool<float>.Shared.Return(_best);
        ArrayPool<float>.Shared.Return(_sums);
        ArrayPool<float>.Shared.Return(_covered);
        ArrayPool<int>.Shared.Return(_touched);
        ArrayPool<int>.Shared.Return(_touchedByClause);
    }

    private static float[] Zeros(int limit)
    {
        var array = ArrayPool<float>.Shared.Rent(limit);
        Array.Clear(array, 0, limit);
        return array;
    }
}
