using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// Scores what Lucene has matched by the rules of the postings (<see cref="Ranking"/>, where they are said), so that both engines give the same answers;
/// a test compares them. Courses with every clause come first; where these are few, those that have most of what the query says, or develop its competences.
/// </summary>
internal sealed class LuceneRanking(LuceneWords words, FactTable table, FacetMeaning competences, Priors priors, DocSet? excluded)
{
    private const float OfUnknown = 0.4f;
    private const float OfAsking = 0.2f;
    private const float LeastCoverage = 0.2f;
    private const float LeastTopic = 0.5f;
    private const float EnoughToBorrow = 0.3f;
    private const float LeastBorrowed = 0.25f;
    private const float LeastOfBest = 0.08f;

    /// <summary>Rare clauses say more; one that no course has may say much or nothing.</summary>
    public static float Information(AskedClause clause, LuceneWords words)
    {
        var having = clause.Ways.Count == 0 ? 0 : clause.Ways.Max(way => way.Places.Min(words.Frequency));
        return words.Information(having) * (having == 0 ? OfUnknown : 1) * (clause.Shown.Units.All(unit => unit.Asks) ? OfAsking : 1);
    }

    /// <summary>Writes the hits with their scores into the board's room and returns how many there are. Without <paramref name="mayRelax"/> only courses that have every clause.</summary>
    public (int Count, Ranking.Outcome Outcome) Score(AskedQuery asked, ScoreBoard board, bool mayRelax)
    {
        var said = 0f;
        foreach (var clause in asked.Clauses)
        {
            var information = Information(clause, words);
            LuceneMatching.Score(clause, information, words, table, board);
            said += information;
        }

        var (docs, scores) = board.Room;
        var touched = board.Gather();
        var whole = said * Ranking.Whole;
        var (strict, most) = (0, 0f);
        foreach (var doc in docs.AsSpan(0, touched))
        {
            var covered = board.Covered(doc);
            strict += covered >= whole ? 1 : 0;
            most = Math.Max(most, covered);
        }

        var bestCoverage = touched == 0 ? 0 : most / said;
        var relaxed = mayRelax && strict < Ranking.Enough;
        var topics = new TopicScores(asked.Topics, competences);
        var (count, best) = Candidates(asked, board, topics, touched, said, relaxed);
        var hasTopic = false;
        var borrows = relaxed && asked.Topics.Count == 0 && bestCoverage >= EnoughToBorrow;
        if (borrows)
        {
            topics = LuceneTopics.Borrowed(docs.AsSpan(0, count), scores, table, competences);
        }

        if (relaxed && (borrows || asked.Topics.Count > 0))
        {
            var before = count;
            count = LuceneTopics.Add(topics, borrows ? LeastBorrowed : LeastTopic, table, board, count, ref best);
            hasTopic = !borrows && count > before;
        }

        return (Keep(board, count, relaxed ? best * LeastOfBest : 0, whole), new(strict, bestCoverage, hasTopic));
    }

    // Puts the documents that may be hits to the front of the board's room, with their scores.
    private (int Count, float Best) Candidates(AskedQuery asked, ScoreBoard board, TopicScores topics, int touched, float said, bool relaxed)
    {
        var (docs, scores) = board.Room;
        var lift = new TitleLift(asked.Places);
        var (count, best) = (0, 0f);
        for (var at = 0; at < touched; at++)
        {
            var doc = docs[at];
            var covered = board.Covered(doc);
            var coverage = covered / said;
            var isStrict = covered >= said * Ranking.Whole;
            var topic = topics.Most == 0 ? 0 : topics.Of(table.Code(doc, TopicScores.Column));
            if (!isStrict && (!relaxed || (coverage < LeastCoverage && topic < LeastTopic)))
            {
                continue;
            }

            var score = (Ranking.Words * board.Score(doc) / said * coverage * (isStrict ? lift.Of(table.Title(doc)) : 1)) + (Ranking.Topic * topic);
            (docs[count], scores[count]) = (doc, score);
            count++;
            best = Math.Max(best, score);
        }

        return (count, best);
    }

    private int Keep(ScoreBoard board, int count, float least, float whole)
    {
        var (docs, scores) = board.Room;
        var kept = 0;
        for (var at = 0; at < count; at++)
        {
            var (doc, score) = (docs[at], scores[at]);
            if ((score >= least || board.Covered(doc) >= whole) && excluded?.Contains(doc) != true)
            {
                (docs[kept], scores[kept]) = (doc, score * (1 + priors.Of(doc)));
                kept++;
            }
        }

        return kept;
    }
}
