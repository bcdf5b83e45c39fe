using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Matching;

/// <summary>Words to be found in this order: per word the terms that satisfy it and, where capitals matter, its spelling.</summary>
internal sealed record Phrase(int[][] Words, string[]? Spelling)
{
    // Between content words these carry nothing: «пошук у Google» is found in «пошук через Google» as well.
    private static readonly HashSet<string> Fillers = new(
        ["у", "в", "на", "і", "й", "та", "з", "зі", "із", "до", "для", "of", "the", "a", "an", "to", "in", "for", "and", "on", "with", "your"], StringComparer.Ordinal);

    /// <summary>Null where nothing is left to look for. With <paramref name="skipFillers"/> function words of the phrase need not be there.</summary>
    public static Phrase? Of(string words, TextAnalysis analysis, TermNumbers numbers, bool skipFillers, bool capitals = false)
    {
        var places = analysis.Analyse(words).GroupBy(token => token.Position).ToList();
        var kept = skipFillers ? places.Where(place => !place.All(token => Fillers.Contains(token.Word))).ToList() : places;
        kept = kept.Count == 0 ? places : kept;
        return kept.Count == 0
            ? null
            : new(
                [.. kept.Select(place => place.SelectMany(Readings).Select(numbers.Of).Distinct().ToArray())],
                capitals ? [.. kept.Select(place => words.Substring(place.First().Start, place.First().Length))] : null);
    }

    // A word that is its own lemma means itself: «дані» must not be found in «даний курс».
    private static IEnumerable<string> Readings(AnalysedToken token) => token.Terms.Contains(token.Word) ? [token.Word] : token.Terms;

    /// <summary>True where capitals do not matter or the text has them as the phrase does.</summary>
    public bool IsSpelt(int word, ReadOnlySpan<char> asWritten)
    {
        if (Spelling is null || asWritten.IsEmpty)
        {
            return true;
        }

        var wanted = Spelling[word];
        return !char.IsUpper(wanted[0])
            || (char.IsUpper(asWritten[0]) && (wanted.Length < 2 || !char.IsUpper(wanted[1]) || asWritten.Length < 2 || char.IsUpper(asWritten[1])));
    }
}
