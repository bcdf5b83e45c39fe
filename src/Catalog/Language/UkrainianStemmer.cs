namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Cuts Ukrainian endings where no dictionary serves: one stem for the cases of nouns and adjectives and the persons of verbs.
/// An ending that may belong to the stem («програм|и», «курс|ами») is read both ways, as the dictionary reads ambiguous forms.
/// </summary>
internal static class UkrainianStemmer
{
    private const int Least = 2;

    // Longer endings go before those that they end with.
    private static readonly Dictionary<char, string[]> NameEndings = ByLastLetter(
    [
        "ього", "ьому", "ьою", "ьої",
        "ого", "ому", "ими", "іми", "їми", "ями", "ами", "ові", "еві", "єві",
        "ів", "їв", "ам", "ям", "ах", "ях", "ом", "ем", "єм", "ою", "ею", "єю", "ої", "ий", "ій", "их", "іх", "їх", "им", "ім", "їм", "ей", "ую",
        "а", "я", "о", "е", "є", "у", "ю", "і", "ї", "и", "й", "ь",
    ]);

    private static readonly Dictionary<char, string[]> VerbEndings = ByLastLetter(Conjugate().Distinct(StringComparer.Ordinal).OrderByDescending(ending => ending.Length));

    /// <summary>The stems of a folded word, the likeliest first; the word itself where it is too short to be cut.</summary>
    public static IReadOnlyList<string> Stems(string word)
    {
        if (word.Length <= 3)
        {
            return [StemTail.IsVowel(word[^1]) ? word : StemTail.Level(word)];
        }

        if (word.Length > 5 && (Ends(word, "ся") || Ends(word, "сь")) && Cut(word[..^2], VerbEndings) is { } reflexive)
        {
            return Different(StemTail.Level(reflexive), StemTail.Level(Cut(word, NameEndings) ?? word));
        }

        var name = Cut(word, NameEndings) ?? word;
        var last = word.TrimEnd('ь');
        var least = last.Length == word.Length && StemTail.IsVowel(word[^1]) ? word[..^1] : last;
        var stems = Different(StemTail.Level(name), StemTail.Level(least));
        return Cut(word, VerbEndings) is { } verb && StemTail.Level(verb) is var third && !stems.Contains(third) ? [.. stems, third] : stems;
    }

    private static Dictionary<char, string[]> ByLastLetter(IEnumerable<string> endings) =>
        endings.GroupBy(ending => ending[^1]).ToDictionary(group => group.Key, group => group.ToArray());

    private static List<string> Different(string one, string other) => one == other ? [one] : [one, other];

    private static string? Cut(string word, Dictionary<char, string[]> endings)
    {
        // Only those that end with the word's last letter, still in their order.
        foreach (var ending in endings.GetValueOrDefault(word[^1], []))
        {
            if (word.Length >= ending.Length + Least && Ends(word, ending) && StemTail.HasVowel(word.AsSpan(0, word.Length - ending.Length)))
            {
                return word[..^ending.Length];
            }
        }

        return null;
    }

    // Persons and tenses behind the vowel of the class: чита-ю, програм-ую, роб-иш.
    private static IEnumerable<string> Conjugate()
    {
        string[] past = ["ти", "в", "ла", "ло", "ли", "вши", "тиму", "тимеш", "тиме", "тимемо", "тимем", "тимете", "тимуть", "тимет", "тиметь"];
        string[] present = ["ю", "єш", "є", "єть", "ємо", "єм", "єте", "ють", "й", "ймо", "йте", "ючи"];
        foreach (var vowel in (string[])["а", "я", "и", "і", "ї", "у", "ува", "юва", "ава"])
        {
            foreach (var ending in past)
            {
                yield return vowel + ending;
            }
        }

        foreach (var vowel in (string[])["а", "я", "і", "у", "ю"])
        {
            foreach (var ending in present)
            {
                yield return vowel + ending;
            }
        }

        foreach (var ending in (string[])["у", "ю", "еш", "е", "еть", "емо", "ем", "ете", "уть", "ють", "иш", "їш", "ить", "їть", "имо", "їмо", "им", "ите", "їте", "ять", "ать", "іть", "іте", "ьте", "те", "мо", "ячи", "учи", "ачи", "ючи", "и", "ано", "ено", "овано"])
        {
            yield return ending;
        }
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
