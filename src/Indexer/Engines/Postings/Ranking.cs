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

    /// <summary>What the words of a query give to a course that has all of them everywhere.</summary>
    public const float Words = 10;

    /// <summary>What a competence gives of which a query surely speaks.</summary>
    public const float Topic = 3;

    /// <summary>The part of what a query says that is all of it, rounding aside.</summary>
    public const float Whole = 0.9999f;

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

    public static Outcome Run(AskedQuery asked, FactTable table, FacetMeaning competences, WordIndex index, Priors priors, DocSet? excluded, HitCollector hits)
    {
        using var board = ScoreBoard.For(table.Limit);
        var (count, outcome) = Score(asked, table, competences, index, priors, excluded, board, mayRelax: true);
        var (docs, scores) = board.Room;
        hits.Add(docs.AsSpan(0, count), scores.AsSpan(0, count));
        return outcome;
    }

    /// <summary>Writes the hits with their scores into the board's room and returns how many there are. Without <paramref name="mayRelax"/> only courses that have every clause.</summary>
    public static (int Count, Outcome Outcome) Score(AskedQuery asked, FactTable table, FacetMeaning competences, WordIndex index, Priors priors, DocSet? excluded, ScoreBoard board, bool mayRelax)
    {
        var said = 0f;
        foreach (var clause in asked.Clauses)
        {
            var information = Information(clause, index);
            Matching.Score(clause, information, index, table, board);
            said += information;
        }

        var (docs, scores) = board.Room;
        var touched = board.Gather();
        var whole = said * Whole;
        var (strict, bestCovered) = (0, 0f);
        foreach (var doc in docs.AsSpan(0, touched))
        {
            var covered = board.Covered(doc);
            strict += covered >= whole ? 1 : 0;
            bestCovered = Math.Max(bestCovered, covered);
        }

        var bestCoverage = touched == 0 ? 0 : bestCovered / said;
        var relaxed = mayRelax && strict < Enough;
        var topics = new TopicScores(asked.Topics, competences);
        var (count, best) = Candidates(asked, table, board, topics, touched, said, relaxed);
        var hasTopic = false;
        var borrowed = relaxed && asked.Topics.Count == 0 && bestCoverage >= EnoughToBorrow;
        if (borrowed)
        {
            topics = Borrowed(docs.AsSpan(0, count), scores, table, competences);
        }

        if (relaxed && (borrowed || asked.Topics.Count > 0))
        {
            var before = count;
            count = AddTopical(topics, borrowed ? LeastBorrowed : LeastTopic, table, board, count, ref best);
            hasTopic = !borrowed && count > before;
        }

        var least = relaxed ? best * LeastOfBest : 0;
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

        return (kept, new(strict, bestCoverage, hasTopic));
    }

    // Puts the touched documents that may be hits to the front of the board's room, with their scores.
    private static (int Count, float Best) Candidates(AskedQuery asked, FactTable table, ScoreBoard board, TopicScores topics, int touched, float said, bool relaxed)
    {
        var (docs, scores) = board.Room;
        var lift = new TitleLift(asked.Places);
        var whole = said * Whole;
        var (count, best) = (0, 0f);
        for (var at = 0; at < touched; at++)
        {
            var doc = docs[at];
            var covered = board.Covered(doc);
            var coverage = covered / said;
            var isStrict = covered >= whole;
            if (!isStrict && !relaxed)
            {
                continue;
            }

            var topic = topics.Most == 0 ? 0 : topics.Of(table.Code(doc, TopicScores.Column));
            if (!isStrict && coverage < LeastCoverage && topic < LeastTopic)
            {
                continue;
            }

            var score = (Words * board.Score(doc) / said * coverage * (isStrict ? lift.Of(table.Title(doc)) : 1)) + (Topic * topic);
            (docs[count], scores[count]) = (doc, score);
            count++;
            best = Math.Max(best, score);
        }

        return (count, best);
    }

    // Courses without a word of the query that develop what it is about.
    private static int AddTopical(TopicScores topics, float least, FactTable table, ScoreBoard board, int count, ref float best)
    {
        if (topics.Most < least)
        {
            return count;
        }

        var (docs, scores) = board.Room;
        for (var at = 0; at < table.Blocks.Length; at++)
        {
            var block = table.Blocks[at];
            var codes = block.Codes(TopicScores.Column);
            for (var place = 0; place < codes.Length; place++)
            {
                var doc = (at << FactBlock.Bits) + place;
                if (topics.Of(codes[place]) is var topic && topic >= least && board.Covered(doc) == 0 && block.Lives(place))
                {
                    (docs[count], scores[count]) = (doc, Topic * topic);
                    best = Math.Max(best, scores[count]);
                    count++;
                }
            }
        }

        return count;
    }

    // Where the words of a query name no competence, the best hits tell what it is about (pseudo relevance feedback).
    private static TopicScores Borrowed(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, FactTable table, FacetMeaning competences)
    {
        Span<(int Doc, float Score)> room = stackalloc (int, float)[Lenders + 1];
        var first = Best(docs, scores, table.Ids, room);
        var sum = 0f;
        foreach (var (_, score) in first)
        {
            sum += score;
        }

        var topics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (doc, score) in first)
        {
            foreach (var competence in competences.ByCode[table.Code(doc, TopicScores.Column)])
            {
                var code = competences.Names[competence];
                topics[code] = topics.GetValueOrDefault(code) + (score / sum * BorrowedTopic);
            }
        }

        return new TopicScores(topics, competences);
    }

    // Equal ones by id, so that it does not matter in which order courses were indexed.
    private static Span<(int Doc, float Score)> Best(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, IdOrder ids, Span<(int Doc, float Score)> room)
    {
        var count = 0;
        for (var one = 0; one < docs.Length; one++)
        {
            var at = count;
            for (; at > 0 && (scores[one] > room[at - 1].Score || (scores[one] == room[at - 1].Score && ids.PlaceOf(docs[one]) < ids.PlaceOf(room[at - 1].Doc))); at--)
            {
                room[at] = room[at - 1];
            }

            if (at < Lenders)
            {
                room[at] = (docs[one], scores[one]);
                count = Math.Min(Lenders, count + 1);
            }
        }

        return room[..count];
    }

    /// <summary>Rare clauses say more; one that no course has may say much or nothing.</summary>
    public static float Information(AskedClause clause, WordIndex index)
    {
        var having = clause.Ways.Count == 0 ? 0 : clause.Ways.Max(way => way.Places.Min(index.Frequency));
        return index.Information(having) * (having == 0 ? OfUnknown : 1) * (clause.Shown.Units.All(unit => unit.Asks) ? OfAsking : 1);
    }
}
