using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Answers a query of alternatives: each is a query of its own, and a course counts by the one that it fits best. Only where none is met in full, each is relaxed.</summary>
internal static class AnyOf
{
    // A board takes a score of nothing for a place where nothing was written.
    private const float Least = 1e-6f;

    public static Ranking.Outcome Run(IReadOnlyList<AskedQuery> alternatives, FactTable table, FacetMeaning competences, IKnownWords index, Priors priors, DocSet? excluded, HitCollector hits)
    {
        var outcome = Run(mayRelax: false);
        return outcome.Strict > 0 ? outcome : Run(mayRelax: true);

        Ranking.Outcome Run(bool mayRelax)
        {
            using var best = ScoreBoard.For(table.Limit);
            var (strict, coverage, hasTopic) = (0, 0f, false);
            foreach (var alternative in alternatives)
            {
                using var board = ScoreBoard.For(table.Limit);
                var (found, one) = Ranking.Score(alternative, table, competences, index, priors, excluded, board, mayRelax);
                for (var at = 0; at < found; at++)
                {
                    best.Offer(board.Room.Docs[at], Math.Max(Least, board.Room.Scores[at]));
                }

                (strict, coverage, hasTopic) = (strict + one.Strict, Math.Max(coverage, one.BestCoverage), hasTopic || one.HasTopic);
            }

            best.CloseClause(1);
            if (strict > 0 || mayRelax)
            {
                var count = best.Gather();
                var (docs, scores) = best.Room;
                for (var at = 0; at < count; at++)
                {
                    scores[at] = best.Score(docs[at]);
                }

                hits.Add(docs.AsSpan(0, count), scores.AsSpan(0, count));
            }

            return new(strict, coverage, hasTopic);
        }
    }
}
