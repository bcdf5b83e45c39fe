namespace DcCourseIndex.Catalog.Language;

/// <summary>A careful English stemmer: plurals, -ing, -ed, -ly; when in doubt the word stays as it is.</summary>
internal static class EnglishStemmer
{
    /// <summary>The stem of a folded word; words of up to three letters and words with other signs stay.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
        {
            return word.EndsWith("'s", StringComparison.Ordinal) ? Stem(word[..^2]) : word;
        }

        var stem = WithoutPlural(word);
        stem = Ends(stem, "ing", 3) ? Mend(stem[..^3])
            : Ends(stem, "ied", 2) ? stem[..^3] + "y"
            : Ends(stem, "eed", 2) ? stem
            : Ends(stem, "ed", 3) ? Mend(stem[..^2])
            : stem;

        // One spelling for use/using/used: the silent e goes everywhere, and so does y against i.
        return stem.Length > 3 && stem[^1] == 'e' && stem[^2] != 'e' ? stem[..^1]
            : stem.Length > 3 && stem[^1] == 'y' && !IsVowel(stem[^2]) ? stem[..^1] + "i"
            : stem;
    }

    private static string WithoutPlural(string word) =>
        Ends(word, "ies", 2) ? word[..^3] + "y"
        : Ends(word, "sses", 1) || Ends(word, "ches", 2) || Ends(word, "shes", 2) || Ends(word, "xes", 2) || Ends(word, "zzes", 1) ? word[..^2]
        : word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && word is not ("news" or "lens" or "always" or "perhaps" or "canvas" or "atlas" or "bias") ? word[..^1]
        : word;

    private static string Mend(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    // The ending goes only where enough is left, with a vowel among it (string, bring and shed keep theirs).
    private static bool Ends(string word, string ending, int least) =>
        word.Length >= ending.Length + least && word.EndsWith(ending, StringComparison.Ordinal)
        && (least < 3 || word.AsSpan(0, word.Length - ending.Length).IndexOfAny(Vowels) >= 0);

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
