using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Finds courses by what a query is about where its words are not enough.</summary>
internal static class Topical
{
    private const float BorrowedTopic = 0.6f;
    private const int Lenders = 3;

    /// <summary>Adds courses without a word of the query that develop what it is about to those in the board's room; <paramref name="others"/> have a word though the board does not say so.</summary>
    public static int Add(TopicScores topics, float least, FactTable table, ScoreBoard board, DocSet? others, int count, ref float best)
    {
        if (topics.Most < least)
        {
            return count;
        }

        var (docs, scores) = board.Room;
        var byCode = topics.ByCode;
        for (var at = 0; at < table.Blocks.Length; at++)
        {
            var block = table.Blocks[at];
            var codes = block.Codes(TopicScores.Column);
            for (var place = 0; place < codes.Length; place++)
            {
                if (byCode[codes[place]] is var topic && topic >= least && block.Lives(place)
                    && (at << FactBlock.Bits) + place is var doc && board.Covered(doc) == 0 && others?.Contains(doc) != true)
                {
                    (docs[count], scores[count]) = (doc, Ranking.TopicAlone * topic);
                    best = Math.Max(best, scores[count]);
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Where the words of a query name no competence, the best hits tell what it is about (pseudo relevance feedback).</summary>
    public static TopicScores Borrowed(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, FactTable table, FacetMeaning competences)
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
}
