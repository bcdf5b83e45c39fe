using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>How a query is answered: with which plan, whether any clause is enough, and what was corrected.</summary>
internal sealed record PlannedQuery(MatchPlan Plan, bool AnyClause = false, Correction? Corrected = null)
    : Understood(Plan.Query, [.. Plan.Clauses.Select(clause => clause.Shown)], Corrected)
{
    public bool MatchesNothing { get; init; }
}

/// <summary>
/// Finds the reading of a query that leads somewhere: all clauses as typed or by synonyms; else with a correction; else any clause.
/// Filters play no part in it: a query that fits courses which the filters leave out is not mistyped.
/// </summary>
internal sealed class Understanding(QueryPlans plans, Respelling respelling, AlikeWords alike) : IWordSearch
{
    /// <inheritdoc/>
    public Understood Understand(string text, string framework, Session session)
    {
        var connection = session.Connection;
        var plan = plans.Plan(text, framework, connection);
        if (plan.Clauses.Count == 0 || Finds(plan.AllOrSynonyms))
        {
            return new PlannedQuery(plan);
        }

        var correction = respelling.Of(text, piece => plans.Plan(piece, framework, connection).IsKnown, session);
        if (correction is not null)
        {
            plan = plans.Plan(correction.Query, framework, connection);
            if (Finds(plan.AllOrSynonyms))
            {
                return new PlannedQuery(plan, Corrected: correction);
            }
        }

        return plan.Clauses.Count > 1 && Finds(plan.Any)
            ? new PlannedQuery(plan, AnyClause: true, correction ?? new Correction(KnownWords(plan), true, "any-word"))
            : new PlannedQuery(plan) { MatchesNothing = true };

        bool Finds(string? expression) => expression is not null
            && connection.Statement("SELECT 1 FROM fts WHERE fts MATCH $query LIMIT 1").With("$query", expression).ExecuteScalar() is not null;
    }

    /// <inheritdoc/>
    public Finding Run(Session session, Understood understood, bool scored, Priors priors, HitCollector hits)
    {
        var planned = (PlannedQuery)understood;
        Fts5Matching.Run(session, planned, scored, priors, hits);
        return new Finding(planned.MatchesNothing ? false : planned.AnyClause ? null : true, planned.Correction);
    }

    /// <inheritdoc/>
    public Func<int, double, ScoreParts> Explain(Session session, Understood understood, Priors priors)
    {
        List<TitleLift> lifts = [.. ((PlannedQuery)understood).Plan.Places.Select(places => new TitleLift(places))];
        return (doc, score) =>
        {
            // FTS5 tells no clause's share of its bm25.
            var words = score / (1 + priors.Of(doc)) / Fts5Matching.Lift(lifts, session.Snapshot.Facts.Title(doc));
            var fit = score / (1 + priors.Of(doc));
            return new ScoreParts([(null, words)], fit - words, 0, 0, score - fit);
        };
    }

    /// <inheritdoc/>
    public void ScoreAlike(int doc, Session session, Span<float> scores) => alike.Score(doc, session, scores);

    private static string KnownWords(MatchPlan plan) =>
        string.Join(' ', plan.Clauses.Where(clause => clause.OrSynonyms is not null).SelectMany(clause => clause.Shown.Units).Select(unit => unit.Typed));
}
