using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Brings the clauses of a query onto a board, without going through what cannot matter: where all clauses are wanted, a course that lacks the rarest is not looked at again;
/// where any will do, common words that together say too little are added only where another one stands.
/// </summary>
internal sealed class ClauseScoring
{
    // What stands where the left-out words alone cannot reach, rounding aside.
    private const float LeftOutShare = Ranking.LeastCoverage * Ranking.Whole;

    private readonly IKnownWords _index;
    private readonly FactTable _table;
    private readonly ScoreBoard _board;
    private readonly (AskedClause Clause, float Information, long Postings)[] _clauses;
    private AskedClause[] _leftOut = [];

    public ClauseScoring(IReadOnlyList<AskedClause> clauses, IKnownWords index, FactTable table, ScoreBoard board)
    {
        (_index, _table, _board) = (index, table, board);
        _clauses = [.. clauses.Select(clause => (clause, Ranking.Information(clause, index), Postings(clause, index)))];
        foreach (var (_, information, _) in _clauses)
        {
            Said += information;
        }
    }

    /// <summary>What all clauses together say.</summary>
    public float Said { get; }

    /// <summary>Finds the courses with every clause. Returns how many documents are in the board's room, how many of them have all, and the most that one has.</summary>
    public (int Touched, int Strict, float BestCovered) AllWords()
    {
        var rarestFirst = _clauses.OrderBy(clause => clause.Postings).ToList();
        if (rarestFirst[0].Postings == 0)
        {
            return (0, 0, 0);
        }

        var (needed, touched) = (0f, 0);
        foreach (var (clause, information, _) in rarestFirst)
        {
            _index.Score(clause, information, _table, _board, _board.Room.Docs.AsSpan(0, touched));
            touched = touched == 0 ? _board.Gather() : touched;
            needed += information;

            // A clause that says next to nothing may be missing.
            _board.Need(needed - (Said * (1 - Ranking.Whole)));
        }

        return Count(touched: _board.Gather());
    }

    /// <summary>The same for any clause; <paramref name="leaveCommon"/> where a course cannot become a hit by the words that say least.</summary>
    public (int Touched, int Strict, float BestCovered) AnyWord(bool leaveCommon)
    {
        _board.Wipe();
        var common = leaveCommon ? Common() : [];
        foreach (var (clause, information, _) in _clauses.Where(one => !common.Contains(one.Clause)))
        {
            _index.Score(clause, information, _table, _board, []);
        }

        var touched = _board.Gather();
        if (touched > 0)
        {
            _leftOut = [.. common];
            _board.Need(float.Epsilon);
        }

        foreach (var (clause, information, _) in _clauses.Where(one => common.Contains(one.Clause)))
        {
            _index.Score(clause, information, _table, _board, _board.Room.Docs.AsSpan(0, touched));
        }

        return Count(touched: _board.Gather());
    }

    /// <summary>The courses that have a word which was added only where another one stands; null where no word was treated so.</summary>
    public DocSet? LeftOut()
    {
        if (_leftOut.Length == 0)
        {
            return null;
        }

        var docs = new DocSet(_table.Limit);
        foreach (var way in _leftOut.SelectMany(clause => clause.Ways))
        {
            _index.AddTo(docs, way, _table);
        }

        return docs;
    }

    private HashSet<AskedClause> Common()
    {
        var sum = 0f;
        return [.. _clauses.OrderBy(one => one.Information).TakeWhile(one => (sum += one.Information) < Said * LeftOutShare).Select(one => one.Clause)];
    }

    private (int Touched, int Strict, float BestCovered) Count(int touched)
    {
        var whole = Said * Ranking.Whole;
        var (strict, best) = (0, 0f);
        foreach (var doc in _board.Room.Docs.AsSpan(0, touched))
        {
            var covered = _board.Covered(doc);
            strict += covered >= whole ? 1 : 0;
            best = Math.Max(best, covered);
        }

        return (touched, strict, best);
    }

    // At most so many are gone through.
    private static long Postings(AskedClause clause, IKnownWords index) =>
        clause.Ways.Sum(way => (long)index.Frequency(way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(index.Frequency)!));
}
