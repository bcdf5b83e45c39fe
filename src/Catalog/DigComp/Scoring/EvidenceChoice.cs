using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>Chooses the words that show a person best why a competence was assigned: terms of the lexicon, then words of the trained model.</summary>
internal static class EvidenceChoice
{
    private const int MostTerms = 5;

    // Also beside many terms the model's own reasons are shown: without them the evidence would not be all that it rests on.
    private const int Most = 7;

    /// <summary>The words that show a purpose: cues, then words of the trained model. Also words are shown that are demanded of the learner.</summary>
    public static IReadOnlyList<Evidence> ForPurpose(IReadOnlyList<Evidence> cues, ListingWords listing, IEnumerable<string> learned)
    {
        var chosen = cues.Take(MostTerms).ToList();
        Add(chosen, learned, word => Place(listing, word, field => field.Silent));
        return chosen;
    }

    /// <param name="learned">Words, folded, that the trained model judged by, the weightiest first.</param>
    public static IReadOnlyList<Evidence> For(string code, ListingWords listing, Lexicon lexicon, IEnumerable<string> learned)
    {
        var found = listing.Fields.SelectMany(field => field.Matches
                .Where(match => lexicon.Terms[match.Of].Competence == code)
                .Select(match => (Weak: lexicon.Terms[match.Of].Kind == TermKind.Weak, Field: field, match.Start, match.End)))
            .OrderBy(one => one.Weak)
            .ToList();
        var strong = found.Any(one => !one.Weak);
        var chosen = found.Where(one => !strong || !one.Weak)
            .DistinctBy(one => one.Field.Text.Text[one.Start..one.End].ToLowerInvariant())
            .Take(MostTerms)
            .Select(one => Span(one.Field, one.Start, one.End))
            .ToList();
        Add(chosen, learned, word => Place(listing, word, field => field.Idle));
        return chosen;
    }

    private static void Add(List<Evidence> chosen, IEnumerable<string> learned, Func<string, Evidence?> find)
    {
        foreach (var word in learned.Take(Most))
        {
            if (chosen.Count < Most && find(word) is { } place && !chosen.Exists(one => Covers(one, place)))
            {
                chosen.Add(place);
            }
        }
    }

    private static Evidence? Place(ListingWords listing, string word, Func<FieldWords, bool[]> left)
    {
        foreach (var field in listing.Fields)
        {
            for (var place = 0; place < field.Text.Places.Count; place++)
            {
                foreach (var reading in field.Text.Places[place].Readings)
                {
                    if (!left(field)[place] && reading.Word == word)
                    {
                        return Span(field, reading.Start, reading.End);
                    }
                }
            }
        }

        return null;
    }

    private static bool Covers(Evidence one, Evidence other) =>
        one.Field == other.Field && one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    public static Evidence Span(FieldWords field, int start, int end) =>
        new(EvidenceKind.Text, field.Name, start, end - start, field.Text.Text[start..end]);
}
