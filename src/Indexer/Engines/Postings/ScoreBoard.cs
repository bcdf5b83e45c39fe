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
    private readonly Cell[] _cells;
    private readonly int[] _ofClauseDocs;
    private readonly int[] _docs;
    private readonly float[] _scores;
    private readonly DocSet _touched;
    private readonly (int[] Docs, byte[] Weights)[] _spare = [([], []), ([], [])];
    private int _ofClause;
    private float _needed;

    private ScoreBoard(int size)
    {
        (_best, _cells, _scores) = (new float[size], new Cell[size], new float[size]);
        (_ofClauseDocs, _docs) = (new int[size], new int[size]);
        // As many bits as there are cells.
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

    /// <summary>Spare room for a list of so many postings; two neighbouring turns have different ones.</summary>
    public (int[] Docs, byte[] Weights) SpareFor(int postings, int turn)
    {
        ref var spare = ref _spare[turn & 1];
        if (spare.Docs.Length < postings)
        {
            spare = (new int[postings + Step], new byte[postings + Step]);
        }

        return spare;
    }

    /// <summary>Writes the documents that have any clause into the room, rising, and returns how many there are.</summary>
    public int Gather() => _touched.CopyTo(_docs);

    /// <summary>
    /// From now on only documents count of which so much of what the clauses say has been found; 0 for all. The scorer asks with <see cref="Wants"/>.
    /// </summary>
    public void Need(float covered) => _needed = covered;

    /// <summary>Whether a document counts.</summary>
    public bool Wants(int doc) => _cells[doc].Covered >= _needed;

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
        ref var cell = ref _cells[doc];
        cell.Sum += score;
        cell.Covered += information;
    }

    /// <summary>Adds a clause to every document of a list that counts, by its weight there; a weight of 0 gives nothing.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<byte> weights, ReadOnlySpan<float> byWeight, float information)
    {
        if (_needed > 0)
        {
            AddWhereNeeded(docs, weights, byWeight, information);
            return;
        }

        _touched.Add(docs);
        var cells = _cells;
        for (var at = 0; at < docs.Length; at++)
        {
            ref var cell = ref cells[docs[at]];
            cell.Sum += byWeight[weights[at]];
            cell.Covered += information;
        }
    }

    // What counts has been touched before. Which documents these are nobody can foretell: so no branches.
    private void AddWhereNeeded(ReadOnlySpan<int> docs, ReadOnlySpan<byte> weights, ReadOnlySpan<float> byWeight, float information)
    {
        var (cells, needed) = (_cells, _needed);
        ReadOnlySpan<float> given = [0, information];
        for (var at = 0; at < docs.Length; at++)
        {
            ref var cell = ref cells[docs[at]];
            var counts = cell.Covered >= needed ? 1 : 0;
            cell.Sum += byWeight[weights[at] * counts];
            cell.Covered += given[counts];
        }
    }

    /// <summary>How well a document has the clauses.</summary>
    public float Score(int doc) => _cells[doc].Sum;

    /// <summary>How much of what the clauses say a document has at all.</summary>
    public float Covered(int doc) => _cells[doc].Covered;

    /// <summary>Makes the board as it was when it was lent.</summary>
    public void Wipe()
    {
        for (var at = 0; at < _ofClause; at++)
        {
            _best[_ofClauseDocs[at]] = 0;
        }

        _ofClause = 0;
        var touched = _touched.Words;
        for (var word = 0; word < touched.Length; word++)
        {
            if (touched[word] != 0)
            {
                Array.Clear(_cells, word << 6, 64);
            }
        }

        _touched.Clear();
        _needed = 0;
    }

    public void Dispose()
    {
        Wipe();
        Free.Add(this);
    }

    // Side by side, because they are always asked for together.
    private struct Cell
    {
        public float Sum;
        public float Covered;
    }
}
