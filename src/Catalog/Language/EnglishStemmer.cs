using System.Buffers;

namespace DcCourseIndex.Catalog.Language;

/// <summary>A careful English stemmer: plurals, -ing, -ed and the silent e; when in doubt the word stays as it is.</summary>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly HashSet<string> Kept = new(
        ["news", "lens", "always", "perhaps", "canvas", "atlas", "bias", "ios", "aws", "css", "windows", "during", "something", "anything", "everything", "nothing", "evening", "morning"],
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Irregular = LanguageFiles.Forms(LanguageFiles.EnglishIrregular);

    /// <summary>The stem of a folded word; words of up to three letters and words with other signs stay.</summary>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var usual))
        {
            return Stem(usual);
        }

        if (word.Length < 4 || Kept.Contains(word) || !word.All(char.IsAsciiLetterLower))
        {
            return word.Length > 3 && word.EndsWith("'s", StringComparison.Ordinal) ? Stem(word[..^2]) : word;
        }

        var stem = WithoutTense(WithoutPlural(word));
        return stem.Length > 4 && stem[^1] == 'e' && stem[^2] != 'e' && !IsShort(stem[..^1]) ? stem[..^1]
            : stem.Length > 3 && stem[^1] == 'y' && !Vowels.Contains(stem[^2]) ? stem[..^1] + "i"
            : stem;
    }

    private static string WithoutPlural(string word) =>
        word.Length > 4 && Ends(word, "ies") ? word[..^3] + "y"
        : Ends(word, "sses") || Ends(word, "ches") || Ends(word, "shes") || Ends(word, "xes") || Ends(word, "zzes") ? word[..^2]
        : word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;

    private static string WithoutTense(string word) =>
        word.Length > 4 && Ends(word, "ied") ? word[..^3] + "y"
        : Ends(word, "eed") ? word
        : Ends(word, "ing") && HasVowel(word[..^3]) ? Restore(word[..^3])
        : Ends(word, "ed") && HasVowel(word[..^2]) ? Restore(word[..^2])
        : word;

    // English doubles the consonant of a short word before -ing and -ed; where it is single, an e has gone: plan|ning, plan(e)|ing.
    private static string Restore(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1]
        : IsShort(stem) ? stem + "e"
        : stem;

    // One vowel, then one consonant that can be doubled: cod, shar, us.
    private static bool IsShort(string stem) =>
        stem.Length > 1 && !Vowels.Contains(stem[^1]) && stem[^1] is not ('w' or 'x') && Vowels.Contains(stem[^2]) && stem.AsSpan(0, stem.Length - 2).IndexOfAny(Vowels) < 0;

    private static bool HasVowel(string stem) => stem.Length > 1 && stem.AsSpan().IndexOfAny(Vowels) >= 0;

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
