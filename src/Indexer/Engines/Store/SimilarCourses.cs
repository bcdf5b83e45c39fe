using System.Buffers;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Finds courses like one: those that share its most telling words, and the competences that both develop. Of the offers of one course the nearest.</summary>
internal sealed class SimilarCourses(IWordSearch words)
{
    // A competence that both have weighs about as much as a middling word of the title.
    private const float SharedCompetence = 4;
    private static readonly int Competences = FacetKeys.Column(Facet.Competence);

    public IReadOnlyList<(int Doc, float Score)> To(int doc, int limit, Session session)
    {
        var facts = session.Snapshot.Facts;
        var room = ArrayPool<float>.Shared.Rent(facts.Limit);
        try
        {
            var scores = room.AsSpan(0, facts.Limit);
            scores.Clear();
            words.ScoreAlike(doc, session, scores);
            AddShared(doc, facts, scores);
            scores[doc] = 0;
            return Nearest(scores, facts.Cluster(doc), limit, facts);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(room);
        }
    }

    private static void AddShared(int doc, FactTable facts, Span<float> scores)
    {
        var keys = facts.Keys[Competences].Span;
        var own = keys[facts.Code(doc, Competences)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (own.Length == 0)
        {
            return;
        }

        var bonus = new float[keys.Length];
        for (var code = 0; code < bonus.Length; code++)
        {
            bonus[code] = keys[code].Split(' ').Count(own.Contains) * SharedCompetence;
        }

        for (var other = 0; other < scores.Length; other++)
        {
            scores[other] += bonus[facts.Code(other, Competences)];
        }
    }

    private static List<(int Doc, float Score)> Nearest(ReadOnlySpan<float> scores, int ownCluster, int limit, FactTable facts)
    {
        List<(int Doc, float Score)> nearest = new(limit + 1);
        for (var doc = 0; doc < scores.Length; doc++)
        {
            if (scores[doc] <= 0 || (nearest.Count == limit && (limit == 0 || scores[doc] < nearest[^1].Score)) || !facts.Lives(doc))
            {
                continue;
            }

            var cluster = facts.Cluster(doc);
            if (cluster != 0 && cluster == ownCluster)
            {
                continue;
            }

            var offer = cluster == 0 ? -1 : nearest.FindIndex(near => facts.Cluster(near.Doc) == cluster);
            if (offer >= 0 && IsBefore(nearest[offer], (doc, scores[doc]), facts))
            {
                continue;
            }

            if (offer >= 0)
            {
                nearest.RemoveAt(offer);
            }

            var at = nearest.Count;
            while (at > 0 && !IsBefore(nearest[at - 1], (doc, scores[doc]), facts))
            {
                at--;
            }

            nearest.Insert(at, (doc, scores[doc]));
            if (nearest.Count > limit)
            {
                nearest.RemoveAt(limit);
            }
        }

        return nearest;
    }

    private static bool IsBefore((int Doc, float Score) one, (int Doc, float Score) other, FactTable facts)
    {
        var (byScore, byRank) = (other.Score.CompareTo(one.Score), facts.Rank(other.Doc).CompareTo(facts.Rank(one.Doc)));
        return (byScore != 0 ? byScore : byRank != 0 ? byRank : facts.Ids.PlaceOf(one.Doc).CompareTo(facts.Ids.PlaceOf(other.Doc))) < 0;
    }
}
