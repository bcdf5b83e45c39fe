using System.Collections.Concurrent;
using DcCourseIndex.Indexer.Engines.Store;

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
    private readonly int[] _ofClauseDocs;
    private readonly int[] _docs;
    private readonly float[] _scores;
    private readonly DocSet _touched;
    private int _ofClause;
    private float _needed;

    private ScoreBoard(int size)
    {
        (_best, _sums, _covered, _scores) = (new float[size], new float[size], new float[size], new float[size]);
        (_ofClauseDocs, _docs) = (new int[size], new int[size]);
        _touched = new DocSet(size - 1);
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

    /// <summary>Room for documents with their scores, as many as there can be. The first ones are those that <see cref="Gather"/> wrote.</summary>
    public (int[] Docs, float[] Scores) Room => (_docs, _scores);

    /// <summary>Writes the documents that have any clause into the room, rising, and returns how many there are.</summary>
    public int Gather() => _touched.CopyTo(_docs);

    /// <summary>
    /// From now on only documents count of which so much of what the clauses say has been found; 0 for all. The scorer asks with <see cref="Wants"/>.
    /// </summary>
    public void Need(float covered) => _needed = covered;

    /// <summary>Whether a document counts.</summary>
    public bool Wants(int doc) => _covered[doc] >= _needed;

    /// <summary>One way in which the present clause stands in a document, 0 to 1; the best way counts.</summary>
    public void Offer(int doc, float score)
    {
        ref var best = ref _best[doc];
        if (best == 0)
        {
            _ofClauseDocs[_ofClause++] = doc;
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
            var doc = _ofClauseDocs[at];
            Add(doc, information * _best[doc], information);
            _best[doc] = 0;
        }

        _ofClause = 0;
    }

    /// <summary>Adds the documents in which the present clause stands, and closes it.</summary>
    public void AddTo(DocSet docs)
    {
        foreach (var doc in _ofClauseDocs.AsSpan(0, _ofClause))
        {
            docs.Add(doc);
        }

        CloseClause(1);
    }

    /// <summary>Adds a clause that has been scored already and stands once in each document; the same as an offer that is closed.</summary>
    public void Add(int doc, float score, float information)
    {
        _touched.Add(doc);
        _sums[doc] += score;
        _covered[doc] += information;
    }

    /// <summary>How well a document has the clauses.</summary>
    public float Score(int doc) => _sums[doc];

    /// <summary>How much of what the clauses say a document has at all.</summary>
    public float Covered(int doc) => _covered[doc];

    /// <summary>Makes the board as it was when it was lent.</summary>
    public void Wipe()
    {
        for (var at = 0; at < _ofClause; at++)
        {
            _best[_ofClauseDocs[at]] = 0;
        }

        _ofClause = 0;
        var count = Gather();
        foreach (var doc in _docs.AsSpan(0, count))
        {
            _sums[doc] = _covered[doc] = 0;
        }

        _touched.Clear();
        _needed = 0;
    }

    public void Dispose()
    {
        Wipe();
        Free.Add(this);
    }
}
