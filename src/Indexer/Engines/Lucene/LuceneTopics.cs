using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Finds courses by what a query is about where its words are not enough, by the rules of the postings.</summary>
internal static class LuceneTopics
{
    private const float BorrowedTopic = 0.6f;
    private const int Lenders = 3;

    /// <summary>Adds courses without a word of the query that develop what it is about to those in the board's room; returns how many there are then.</summary>
    public static int Add(TopicScores topics, float least, FactTable table, ScoreBoard board, int count, ref float best)
    {
        var (docs, scores) = board.Room;
        for (var at = 0; at < table.Blocks.Length && topics.Most >= least; at++)
        {
            var block = table.Blocks[at];
            var codes = block.Codes(TopicScores.Column);
            for (var place = 0; place < codes.Length; place++)
            {
                var doc = (at << FactBlock.Bits) + place;
                if (topics.Of(codes[place]) is var topic && topic >= least && board.Covered(doc) == 0 && block.Lives(place))
                {
                    (docs[count], scores[count]) = (doc, Ranking.Topic * topic);
                    best = Math.Max(best, scores[count]);
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Where the words of a query name no competence, the best hits tell what it is about; equal ones by id.</summary>
    public static TopicScores Borrowed(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, FactTable table, FacetMeaning competences)
    {
        List<(int Doc, float Score)> best = new(Lenders + 1);
        for (var one = 0; one < docs.Length; one++)
        {
            var at = best.Count;
            while (at > 0 && (scores[one] > best[at - 1].Score || (scores[one] == best[at - 1].Score && table.Ids.PlaceOf(docs[one]) < table.Ids.PlaceOf(best[at - 1].Doc))))
            {
                at--;
            }

            if (at < Lenders)
            {
                best.Insert(at, (docs[one], scores[one]));
                best.RemoveRange(Math.Min(Lenders, best.Count), Math.Max(0, best.Count - Lenders));
            }
        }

        var sum = best.Aggregate(0f, (sum, one) => sum + one.Score);
        var topics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (doc, score) in best)
        {
            foreach (var competence in competences.ByCode[table.Code(doc, TopicScores.Column)])
            {
                var code = competences.Names[competence];
                topics[code] = topics.GetValueOrDefault(code) + (score / sum * BorrowedTopic);
            }
        }

        return new TopicScores(topics, competences);
    }
}
