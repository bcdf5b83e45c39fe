using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>How a query is answered: with which plan, whether any clause is enough, and what was corrected. No plan: everything fits.</summary>
internal sealed record Understood(MatchPlan? Plan, bool AnyClause = false, Correction? Correction = null)
{
    public bool MatchesNothing { get; init; }

    /// <summary>The query as the engine of postings reads it; null in the FTS5 engine.</summary>
    public AskedQuery? Asked { get; init; }
}

/// <summary>
/// Finds the reading of a query that leads somewhere: all clauses as typed or by synonyms; else with a correction; else any clause.
/// Filters play no part in it: a query that fits courses which the filters leave out is not mistyped.
/// </summary>
internal sealed class Understanding(QueryPlans plans, Correcting correcting) : IWordSearch
{
    /// <inheritdoc/>
    public Understood Understand(string text, string framework, Session session)
    {
        var connection = session.Connection;
        var plan = plans.Plan(text, framework, connection);
        if (plan.Query.IsEmpty)
        {
            return new Understood(null);
        }

        if (plan.Clauses.Count == 0 || Finds(plan.AllOrSynonyms))
        {
            return new Understood(plan);
        }

        var correction = correcting.Correct(text, framework, connection);
        if (correction is not null)
        {
            plan = plans.Plan(correction.Query, framework, connection);
            if (Finds(plan.AllOrSynonyms))
            {
                return new Understood(plan, Correction: correction);
            }
        }

        if (plan.Clauses.Count > 1 && Finds(plan.Any))
        {
            return new Understood(plan, AnyClause: true, correction ?? new Correction(KnownWords(plan), true, "any-word"));
        }

        return new Understood(plan) { MatchesNothing = true };

        bool Finds(string? expression) => expression is not null
            && connection.Statement("SELECT 1 FROM fts WHERE fts MATCH $query LIMIT 1").With("$query", expression).ExecuteScalar() is not null;
    }

    /// <inheritdoc/>
    public Finding? Run(Session session, Understood understood, bool scored, HitCollector hits)
    {
        Fts5Matching.Run(session, understood, scored, hits);
        return null;
    }

    private static string KnownWords(MatchPlan plan) =>
        string.Join(' ', plan.Clauses.Where(clause => clause.OrSynonyms is not null).SelectMany(clause => clause.Units).Select(unit => unit.Typed));
}
