using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Finds in the Lucene index where the ways of a clause stand, and how well: by the rules of the postings (<see cref="Matching"/>).</summary>
internal static class LuceneMatching
{
    /// <summary>Scores every course that has the clause in some way and that the board wants, by its best way and as much as the clause says.</summary>
    public static void Score(AskedClause clause, float information, LuceneWords words, FactTable facts, ScoreBoard board)
    {
        foreach (var way in clause.Ways)
        {
            Offer(way, words, facts, board);
        }

        board.CloseClause(information);
    }

    /// <summary>Adds every course that has what is wanted.</summary>
    public static void AddTo(DocSet docs, Wanted way, LuceneWords words, FactTable facts)
    {
        using var board = ScoreBoard.For(docs.Limit);
        Offer(way, words, facts, board);
        board.AddTo(docs);
    }

    private static void Offer(Wanted way, LuceneWords words, FactTable facts, ScoreBoard board)
    {
        // Several words are worth what the rarest of them is.
        int[][] places = [.. way.Places];
        var rarest = places.Length == 1 ? places[0] : places.MinBy(words.Frequency)!;
        var together = places.Length == 1 ? null : words.Having(places, way.Anywhere, facts.Limit, board);
        foreach (var token in rarest)
        {
            for (var walk = words.Walk(token); walk.MoveNext();)
            {
                var doc = walk.Course;
                if (board.Wants(doc) && together?.Contains(doc) != false && (!way.InTitle || TokenSearch.HasPhrase(facts.Title(doc), places)))
                {
                    board.Offer(doc, Matching.Strength(way, walk.Weight()));
                }
            }
        }
    }
}
