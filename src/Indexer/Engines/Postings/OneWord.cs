using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// The query of one word, which enough courses have: every course has all of it or nothing, so one walk along the postings scores them as
/// <see cref="Ranking"/> would in several.
/// </summary>
internal sealed record OneWord(int[] Tokens, float Weight)
{
    /// <summary>Null where a query is not of that kind.</summary>
    public static OneWord? Of(AskedQuery asked) =>
        asked.Clauses is [{ Ways: [{ Places: [{ Length: <= PostingUnion.Most } tokens], InTitle: false } way] }] ? new(tokens, way.Weight) : null;

    /// <summary>At least so many courses have it.</summary>
    public int Least(WordIndex index) => Tokens.Max(index.Frequency);

    /// <summary>Writes the hits with their scores into the board's room and returns how many there are.</summary>
    public (int Count, Ranking.Outcome Outcome) Score(AskedQuery asked, FactTable table, TopicScores topics, WordIndex index, Priors priors, DocSet? excluded, ScoreBoard board)
    {
        var information = Ranking.Information(asked.Clauses[0], index);
        Span<float> byWeight = stackalloc float[Impact.Most + 1];
        Matching.ByWeight(Weight, information, byWeight);
        foreach (ref var score in byWeight)
        {
            score = Ranking.Words * score / information;
        }

        var lift = new TitleLift(asked.Places);
        var (docs, scores) = board.Room;
        var (strict, count, known) = (0, 0, -1);
        float[] priorOf = [];
        foreach (var segment in index.Segments)
        {
            var list = PostingUnion.Of(segment.Segment, Tokens, board);
            for (var at = 0; at < list.Docs.Length; at++)
            {
                var doc = list.Docs[at];
                if (!segment.AllAlive && segment.IsDead(doc))
                {
                    continue;
                }

                strict++;
                if (excluded?.Contains(doc) == true)
                {
                    continue;
                }

                if (doc >> FactBlock.Bits != known)
                {
                    known = doc >> FactBlock.Bits;
                    priorOf = priors.Of(table.Block(doc));
                }

                var topic = topics.Most == 0 ? 0 : topics.Of(table.Code(doc, TopicScores.Column));
                docs[count] = doc;
                scores[count++] = ((byWeight[list.Weights[at]] * lift.Of(table, doc)) + (Ranking.Topic * topic)) * (1 + priorOf[FactTable.Place(doc)]);
            }
        }

        return (count, new(strict, strict == 0 ? 0 : 1, HasTopic: false));
    }
}
