using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Understands queries as the postings do and finds the courses in the Lucene index.</summary>
internal sealed class LuceneSearch(LuceneReaders readers, AskedQueries queries, Respelling respelling, LuceneAlike alike) : IWordSearch, IDisposable
{
    // So much of what a query says must stand in the best course for it to be an answer.
    private const float GoodCoverage = 0.6f;

    // A board takes a score of nothing for a place where nothing was written.
    private const float Least = 1e-6f;

    private readonly KeyMeanings _competences = new(key => key.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    public IDisposable? Hold(long seq) => readers.Hold(seq);

    /// <summary>The words that a call sees.</summary>
    public static LuceneWords Words(Session session) => ((LuceneHold)session.Held).Words;

    /// <inheritdoc/>
    public Understood Understand(string text, string framework, Session session)
    {
        var asked = queries.Read(text, framework, session.Connection);
        return asked.Clauses.Count > 0 && !asked.IsKnown && respelling.Of(text, piece => queries.IsKnown(piece, framework, session.Connection), session) is { } respelt
            ? new ReadAsked(queries.Read(respelt.Query, framework, session.Connection), respelt)
            : new ReadAsked(asked, null);
    }

    /// <inheritdoc/>
    public Finding Run(Session session, Understood understood, bool scored, Priors priors, HitCollector hits)
    {
        var (facts, words) = (session.Snapshot.Facts, Words(session));
        var (asked, correction) = (ReadAsked)understood;
        var excluded = Excluded(asked, facts, words);
        if (asked.Clauses.Count == 0)
        {
            hits.AddAll(excluded is null ? null : excluded.Contains);
            return new Finding(true, correction);
        }

        var ranking = new LuceneRanking(words, facts, _competences.Of(facts.Keys[TopicScores.Column]), priors, excluded);
        using var board = ScoreBoard.For(facts.Limit);
        var (count, outcome) = asked.Alternatives.Count > 1
            ? AnyOf(asked.Alternatives, ranking, facts, board, mayRelax: false) is { Outcome.Strict: > 0 } met ? met : AnyOf(asked.Alternatives, ranking, facts, board, mayRelax: true)
            : ranking.Score(asked, board, mayRelax: true);
        hits.Add(board.Room.Docs.AsSpan(0, count), board.Room.Scores.AsSpan(0, count));
        var anyWord = outcome.Strict == 0 && outcome.BestCoverage > 0 && asked.Clauses.Count > 1 && correction is null;
        return new Finding(
            outcome.Strict > 0 || outcome.BestCoverage >= GoodCoverage || outcome.HasTopic,
            anyWord ? new Correction(KnownWords(asked), true, "any-word") : correction);
    }

    /// <inheritdoc/>
    public Func<int, double, ScoreParts> Explain(Session session, Understood understood, Priors priors)
    {
        var facts = session.Snapshot.Facts;
        return new LuceneExplaining(((ReadAsked)understood).Asked, facts, _competences.Of(facts.Keys[TopicScores.Column]), Words(session), priors).Of;
    }

    /// <inheritdoc/>
    public void ScoreAlike(int doc, Session session, Span<float> scores) => alike.Score(doc, session, Words(session), scores);

    public void Dispose() => readers.Dispose();

    // Each alternative is a query of its own, and a course counts by the one that it fits best.
    private static (int Count, Ranking.Outcome Outcome) AnyOf(IReadOnlyList<AskedQuery> alternatives, LuceneRanking ranking, FactTable facts, ScoreBoard best, bool mayRelax)
    {
        var all = new Ranking.Outcome(0, 0, false);
        foreach (var alternative in alternatives)
        {
            using var board = ScoreBoard.For(facts.Limit);
            var (found, one) = ranking.Score(alternative, board, mayRelax);
            for (var at = 0; at < found; at++)
            {
                best.Offer(board.Room.Docs[at], Math.Max(Least, board.Room.Scores[at]));
            }

            all = new(all.Strict + one.Strict, Math.Max(all.BestCoverage, one.BestCoverage), all.HasTopic || one.HasTopic);
        }

        best.CloseClause(1);
        var count = best.Gather();
        for (var at = 0; at < count; at++)
        {
            best.Room.Scores[at] = best.Score(best.Room.Docs[at]);
        }

        return (count, all);
    }

    private static DocSet? Excluded(AskedQuery asked, FactTable facts, LuceneWords words)
    {
        if (asked.Excluded.Count == 0)
        {
            return null;
        }

        var excluded = new DocSet(facts.Limit);
        foreach (var way in asked.Excluded)
        {
            LuceneMatching.AddTo(excluded, way, words, facts);
        }

        return excluded;
    }

    private static string KnownWords(AskedQuery asked) =>
        string.Join(' ', asked.Clauses.Where(clause => clause.Ways.Count > 0).SelectMany(clause => clause.Shown.Units).Select(unit => unit.Typed).Distinct());
}
