using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Finds in the Lucene index where the ways of a clause stand, and how well: by the rules of the postings (<see cref="Matching"/>).</summary>
internal static class LuceneMatching
{
    private const float PhraseLift = 1.25f;

    /// <summary>Scores every course that has the clause in some way, by its best way and as much as the clause says.</summary>
    public static void Score(AskedClause clause, float information, LuceneWords words, FactTable facts, ScoreBoard board)
    {
        foreach (var way in clause.Ways)
        {
            Each(way, words, facts, board.Offer);
        }

        board.CloseClause(information);
    }

    /// <summary>Adds every course that has what is wanted.</summary>
    public static void AddTo(DocSet docs, Wanted way, LuceneWords words, FactTable facts) => Each(way, words, facts, (doc, _) => docs.Add(doc));

    /// <summary>Every course that has a clause in one way, with what it is worth there, 0 to 1; some more than once.</summary>
    public static void Each(Wanted way, LuceneWords words, FactTable facts, Action<int, float> found)
    {
        // Several words are worth what the rarest of them is.
        var rarest = way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(words.Frequency)!;
        int[][] places = [.. way.Places];
        var among = places.Length == 1 ? null : way.Anywhere ? words.HavingAll(places, facts.Limit) : words.HavingPhrase(places, facts.Limit);
        var lift = way.Anywhere ? 1 : PhraseLift;
        foreach (var token in rarest)
        {
            words.Each(token, (doc, weight) =>
            {
                if (among?.Contains(doc) == false || (way.InTitle && !TokenSearch.HasPhrase(facts.Title(doc), places)))
                {
                    return;
                }

                var strength = way.Weight * weight / Impact.Most;
                found(doc, among is null ? strength : Math.Min(1, strength * lift));
            });
        }
    }
}
