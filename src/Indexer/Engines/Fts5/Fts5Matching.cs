using System.Runtime.InteropServices;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Streams the courses that fit a query, with their scores where those are wanted, into a collector.</summary>
internal static class Fts5Matching
{
    // bm25 runs through the courses of each phrase once more; a query with more phrases is ordered by titles alone.
    private const int MostScoredPhrases = 40;

    // What is found only by a synonym stands behind what has the words themselves.
    private const double SynonymWeight = 0.6;

    public static void Run(Session session, PlannedQuery understood, bool scored, Priors priors, HitCollector hits)
    {
        if (understood.MatchesNothing)
        {
            return;
        }

        var excluded = Excluded(session, understood.Plan.Excluded);
        var plan = understood.Plan;
        if (plan.Clauses.Count == 0)
        {
            hits.AddAll(excluded.Contains);
            return;
        }

        List<TitleLift> lifts = [.. plan.Places.Select(places => new TitleLift(places))];
        var seen = excluded;
        List<int> docs = [];
        List<float> scores = [];
        foreach (var (expression, weight) in Passes(plan, understood.AnyClause, scored))
        {
            // FTS5's own bm25: its idf falls to nearly nothing for words that more than half of the courses have.
            var ranked = scored && expression.Count(sign => sign == '"') / 2 <= MostScoredPhrases;
            var rows = session.Connection.Statement(ranked
                    ? "SELECT rowid, rank FROM fts WHERE fts MATCH $query"
                    : "SELECT rowid FROM fts WHERE fts MATCH $query")
                .With("$query", expression);
            using var reader = rows.ExecuteReader();
            while (reader.Read())
            {
                var doc = reader.GetInt32(0);
                if (!seen.Add(doc))
                {
                    continue;
                }

                docs.Add(doc);
                scores.Add((float)(!scored ? 0 : weight * (1 + priors.Of(doc)) * Lift(lifts, session.Snapshot.Facts.Title(doc)) * (ranked ? -reader.GetDouble(1) : 1)));
            }
        }

        hits.Add(CollectionsMarshal.AsSpan(docs), CollectionsMarshal.AsSpan(scores));
    }

    /// <summary>The factor for a title, by the alternative that it fits best.</summary>
    public static float Lift(List<TitleLift> lifts, ReadOnlySpan<int> title)
    {
        var most = 1f;
        foreach (var lift in lifts)
        {
            most = Math.Max(most, lift.Of(title));
        }

        return most;
    }

    private static IEnumerable<(string Expression, double Weight)> Passes(MatchPlan plan, bool anyClause, bool scored)
    {
        if (anyClause)
        {
            return [(plan.Any!, 1)];
        }

        return scored && plan.AllAsTyped is { } typed && typed != plan.AllOrSynonyms
            ? [(typed, 1), (plan.AllOrSynonyms!, SynonymWeight)]
            : [(plan.AllOrSynonyms!, 1)];
    }

    private static DocSet Excluded(Session session, string? expression)
    {
        var docs = new DocSet(session.Snapshot.Facts.Limit);
        if (expression is not null)
        {
            session.Connection.Statement("SELECT rowid FROM fts WHERE fts MATCH $query").With("$query", expression).Each(row => docs.Add(row.GetInt32(0)));
        }

        return docs;
    }
}
