using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Scores the courses that fit a query. First those that have every clause; where these are few, also those that have most of what the query says,
/// those that develop the competences of which it speaks, and those that tell the same story in other words, as far as they come near the best.
/// </summary>
internal static class Ranking
{
    /// <summary>With so many courses that have every clause, nothing else is looked for.</summary>
    public const int Enough = 10;

    /// <summary>What the words of a query give to a course that has all of them everywhere.</summary>
    public const float Words = 10;

    /// <summary>What a competence gives of which a query surely speaks.</summary>
    public const float Topic = 3;

    /// <summary>The same to a course that has none of the query's words.</summary>
    public const float TopicAlone = 2;

    /// <summary>The part of what a query says that is all of it, rounding aside.</summary>
    public const float Whole = 0.9999f;

    /// <summary>The part of what a query says that a course must have to be a hit by its words alone.</summary>
    public const float LeastCoverage = 0.2f;

    /// <summary>How much of the query's topic a course without its words must develop.</summary>
    public const float LeastTopic = 0.5f;

    /// <summary>From here on courses that only develop what a query is about are a sure answer to it: «ремонт взуття» sounds like repairing computers.</summary>
    public const float SureTopic = 0.75f;

    // Nobody can tell whether a word that no course has is what the query is about.
    private const float OfUnknown = 0.2f;
    // «Як навчитися робити …»: what is asked for stands behind such words.
    private const float OfAsking = 0.2f;
    private const float EnoughToBorrow = 0.3f;
    private const float LeastBorrowed = 0.25f;
    private const float LeastOfBest = 0.08f;

    /// <summary>What was found: how many courses have every clause, and how much of the query the best of all has.</summary>
    public readonly record struct Outcome(int Strict, float BestCoverage, bool HasTopic);

    public static Outcome Run(AskedQuery asked, FactTable table, FacetMeaning competences, IKnownWords index, Priors priors, DocSet? excluded, HitCollector hits)
    {
        using var board = ScoreBoard.For(table.Limit);
        var (count, outcome) = Score(asked, table, competences, index, priors, excluded, board, mayRelax: true);
        var (docs, scores) = board.Room;
        hits.Add(docs.AsSpan(0, count), scores.AsSpan(0, count));
        return outcome;
    }

    /// <summary>Writes the hits with their scores into the board's room and returns how many there are. Without <paramref name="mayRelax"/> only courses that have every clause.</summary>
    public static (int Count, Outcome Outcome) Score(AskedQuery asked, FactTable table, FacetMeaning competences, IKnownWords index, Priors priors, DocSet? excluded, ScoreBoard board, bool mayRelax)
    {
        var topics = new TopicScores(asked.Topics, competences);
        if (index is WordIndex inMemory && OneWord.Of(asked) is { } word && (!mayRelax || word.Least(inMemory) >= Enough))
        {
            return word.Score(asked, table, topics, inMemory, priors, excluded, board);
        }

        var scoring = new ClauseScoring(asked.Clauses, index, table, board);
        var (said, whole) = (scoring.Said, scoring.Said * Whole);
        var (touched, strict, bestCovered) = scoring.AllWords();
        var relaxed = mayRelax && strict < Enough && !asked.Clauses.All(clause => clause.Shown.IsDemanded);
        if (relaxed)
        {
            scoring = new ClauseScoring(asked.Loose, index, table, board);
            (said, whole) = (scoring.Said, scoring.Said * Whole);
            (touched, strict, bestCovered) = scoring.AnyWord(leaveCommon: topics.Most < LeastTopic);
        }

        var demanded = relaxed ? DemandedWords.Of(asked.Clauses, index, table) : DemandedWords.None;
        var bestCoverage = touched == 0 ? 0 : bestCovered / said;
        var (docs, scores) = board.Room;
        var (count, best) = Candidates(asked, table, board, topics, touched, said, relaxed);
        var hasTopic = false;
        var borrowed = relaxed && demanded.IsEmpty && asked.Topics.Count == 0 && bestCoverage >= EnoughToBorrow;
        if (borrowed)
        {
            topics = Topical.Borrowed(docs.AsSpan(0, count), scores, table, competences);
        }

        if (relaxed && demanded.IsEmpty && (borrowed || asked.Topics.Count > 0))
        {
            var before = count;
            count = Topical.Add(topics, borrowed ? LeastBorrowed : LeastTopic, table, board, borrowed ? scoring.LeftOut() : null, count, ref best);
            hasTopic = !borrowed && count > before && topics.Most >= SureTopic;
        }

        if (relaxed && demanded.IsEmpty && asked.Themes.Count > 0)
        {
            count = Thematic.Add(asked.Themes, index, table, board, count, ref best);
        }

        var least = relaxed ? best * LeastOfBest : 0;
        var (kept, known) = (0, -1);
        float[] priorOf = [];
        for (var at = 0; at < count; at++)
        {
            var (doc, score) = (docs[at], scores[at]);
            if ((score >= least || board.Covered(doc) >= whole) && excluded?.Contains(doc) != true && demanded.AreIn(doc))
            {
                // Neighbours mostly share a block.
                if (doc >> FactBlock.Bits != known)
                {
                    known = doc >> FactBlock.Bits;
                    priorOf = priors.Of(table.Block(doc));
                }

                (docs[kept], scores[kept]) = (doc, score * (1 + priorOf[FactTable.Place(doc)]));
                kept++;
            }
        }

        return (kept, new(strict, kept == 0 ? 0 : bestCoverage, hasTopic));
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

            var score = (Words * board.Score(doc) / said * (isStrict ? lift.Of(table, doc) : Coverage(coverage))) + (Topic * topic);
            (docs[count], scores[count]) = (doc, score);
            count++;
            best = Math.Max(best, score);
        }

        return (count, best);
    }

    /// <summary>What a course is worth by its words that has only a part of what a query says, beside one that has all of it.</summary>
    public static float Coverage(float part) => part >= Whole ? 1 : MathF.Sqrt(part);

    /// <summary>The part of what a query says that no course has, words of asking aside; an unknown word counts like the rarest.</summary>
    public static float Unknown(IReadOnlyList<AskedClause> clauses, IKnownWords index)
    {
        var (said, unknown) = (0f, 0f);
        foreach (var clause in clauses.Where(clause => !clause.Shown.Asks))
        {
            var information = clause.Ways.Count == 0 ? index.Information(0) : Information(clause, index);
            said += information;
            unknown += clause.Ways.Count == 0 ? information : 0;
        }

        return said == 0 ? 0 : unknown / said;
    }

    /// <summary>Rare clauses say more; one that no course has may say much or nothing.</summary>
    public static float Information(AskedClause clause, IKnownWords index)
    {
        var having = clause.Measured.Count == 0 ? 0 : clause.Measured.Max(way => way.Places.Min(index.Frequency));
        return index.Information(having) * (having == 0 ? OfUnknown : 1) * (clause.Shown.Asks ? OfAsking : 1) * clause.Share;
    }
}
