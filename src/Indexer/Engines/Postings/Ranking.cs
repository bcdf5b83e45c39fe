using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Scores the courses that fit a query. First those that have every clause; where these are few, also those that have most of what the query says,
/// and those that develop the competences of which it speaks, as far as they come near the best.
/// </summary>
internal static class Ranking
{
    /// <summary>With so many courses that have every clause, nothing else is looked for.</summary>
    public const int Enough = 10;

    private const float Words = 10;
    private const float Topic = 3;
    // Nobody can tell whether a word that no course has is what the query is about.
    private const float OfUnknown = 0.4f;
    // «Як навчитися робити …»: what is asked for stands behind such words.
    private const float OfAsking = 0.2f;
    private const float LeastCoverage = 0.2f;
    private const float LeastTopic = 0.5f;
    private const float EnoughToBorrow = 0.3f;
    private const float BorrowedTopic = 0.6f;
    private const float LeastBorrowed = 0.25f;
    private const int Lenders = 3;
    private const float LeastOfBest = 0.08f;

    /// <summary>What was found: how many courses have every clause, and how much of the query the best of all has.</summary>
    public readonly record struct Outcome(int Strict, float BestCoverage, bool HasTopic);

    public static Outcome Run(AskedQuery asked, FactTable table, WordIndex index, DocSet? excluded, bool scored, HitCollector hits)
    {
        using var board = ScoreBoard.For(table.Limit);
        var said = 0f;
        foreach (var clause in asked.Clauses)
        {
            Matching.Offer(clause, index, board);
            var information = Information(clause, index);
            board.CloseClause(information);
            said += information;
        }

        var lift = new TitleLift(asked.Places);
        var topics = new TopicScores(asked.Topics, table);
        var whole = said * 0.9999f;
        var strict = 0;
        foreach (var doc in board.Touched)
        {
            strict += board[doc].Covered >= whole ? 1 : 0;
        }

        var relaxed = strict < Enough;
        var candidates = new List<(int Doc, float Score)>(relaxed ? board.Count : strict);
        var best = 0f;
        var bestCoverage = 0f;
        foreach (var doc in board.Touched)
        {
            var (sum, covered) = board[doc];
            var coverage = covered / said;
            var isStrict = covered >= whole;
            ref readonly var facts = ref table[doc];
            var topic = topics.Of(in facts);
            bestCoverage = Math.Max(bestCoverage, coverage);
            if (!isStrict && (!relaxed || (coverage < LeastCoverage && topic < LeastTopic)))
            {
                continue;
            }

            var score = (Words * sum / said * coverage * (isStrict ? (float)lift.Of(in facts) : 1)) + (Topic * topic);
            candidates.Add((doc, score));
            best = Math.Max(best, score);
        }

        var hasTopic = false;
        var borrowed = relaxed && asked.Topics.Count == 0 && bestCoverage >= EnoughToBorrow;
        if (borrowed)
        {
            topics = Borrowed(candidates, table);
        }

        if (relaxed && (borrowed || asked.Topics.Count > 0))
        {
            var competences = table.Column(FacetKeys.Column(Facet.Competence));
            var leastTopic = borrowed ? LeastBorrowed : LeastTopic;
            for (var doc = 0; topics.Most >= leastTopic && doc < competences.Length; doc++)
            {
                if (topics.Of(competences[doc]) is var topic && topic >= leastTopic && board[doc].Covered == 0 && table[doc].Id is not null)
                {
                    candidates.Add((doc, Topic * topic));
                    best = Math.Max(best, Topic * topic);
                    hasTopic |= !borrowed;
                }
            }
        }

        var least = relaxed ? best * LeastOfBest : 0;
        hits.Expect(candidates.Count);
        foreach (var (doc, score) in candidates)
        {
            if ((score >= least || board[doc].Covered >= whole) && excluded?.Contains(doc) != true)
            {
                hits.Add(doc, in table[doc], scored ? score : 0);
            }
        }

        return new(strict, bestCoverage, hasTopic);
    }

    // Where the words of a query name no competence, the best hits tell what it is about (pseudo relevance feedback).
    private static TopicScores Borrowed(List<(int Doc, float Score)> candidates, FactTable table)
    {
        var first = Best(candidates, table);
        var sum = first.Sum(candidate => candidate.Score);
        var topics = new Dictionary<string, double>(StringComparer.Ordinal);
        var column = FacetKeys.Column(Facet.Competence);
        foreach (var (doc, score) in first)
        {
            foreach (var code in table.Keys[column].Span[table[doc].Codes[column]].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                topics[code] = topics.GetValueOrDefault(code) + (score / sum * BorrowedTopic);
            }
        }

        return new TopicScores(topics, table);
    }

    // Equal ones by id, so that it does not matter in which order courses were indexed.
    private static List<(int Doc, float Score)> Best(List<(int Doc, float Score)> candidates, FactTable table)
    {
        List<(int Doc, float Score)> best = new(Lenders + 1);
        foreach (var candidate in candidates)
        {
            var at = best.Count;
            while (at > 0 && IsBefore(candidate, best[at - 1]))
            {
                at--;
            }

            if (at < Lenders)
            {
                best.Insert(at, candidate);
                if (best.Count > Lenders)
                {
                    best.RemoveAt(Lenders);
                }
            }
        }

        return best;

        bool IsBefore((int Doc, float Score) one, (int Doc, float Score) other) =>
            one.Score > other.Score || (one.Score == other.Score && string.CompareOrdinal(table[one.Doc].Id, table[other.Doc].Id) < 0);
    }

    /// <summary>Rare clauses say more; one that no course has may say much or nothing.</summary>
    private static float Information(AskedClause clause, WordIndex index)
    {
        var having = clause.Ways.Count == 0 ? 0 : clause.Ways.Max(way => way.Places.Min(index.Frequency));
        var information = MathF.Log(1 + ((index.Courses - Math.Min(having, index.Courses) + 0.5f) / (having + 0.5f)));
        return information * (having == 0 ? OfUnknown : 1) * (clause.Shown.Units.All(unit => unit.Asks) ? OfAsking : 1);
    }
}
