using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Finds courses by the themes of a query where its words are not enough: they say other words of the same story.</summary>
internal static class Thematic
{
    // What other words of a theme give at most, and what they must give to a course that has no word of the query.
    private const float Most = 2.5f;
    private const float Alone = 0.5f;

    /// <summary>What a course is worth that says so much of the query's themes: the first words of a story tell most.</summary>
    public static float Worth(float said) => Most * said / (said + 1);

    /// <summary>Adds to the scores of the courses in the board's room, and adds courses there that say enough of a theme. Returns how many there are.</summary>
    public static int Add(IReadOnlyList<AskedTheme> themes, IKnownWords index, FactTable table, ScoreBoard board, int count, ref float best)
    {
        using var themed = ScoreBoard.For(table.Limit);
        foreach (var (word, information) in themes.SelectMany(theme => theme.In(index)))
        {
            index.Score(word, information, table, themed, []);
        }

        var (docs, scores) = board.Room;
        var known = new DocSet(table.Limit);
        for (var at = 0; at < count; at++)
        {
            known.Add(docs[at]);
            scores[at] += Worth(themed.Score(docs[at]));
            best = Math.Max(best, scores[at]);
        }

        var touched = themed.Gather();
        foreach (var doc in themed.Room.Docs.AsSpan(0, touched))
        {
            if (Worth(themed.Score(doc)) is var worth and >= Alone && !known.Contains(doc))
            {
                (docs[count], scores[count]) = (doc, worth);
                best = Math.Max(best, worth);
                count++;
            }
        }

        return count;
    }
}
