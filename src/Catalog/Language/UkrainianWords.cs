namespace DcCourseIndex.Catalog.Language;

/// <summary>The terms of Ukrainian words: irregular forms first, then the dictionary, then what is known behind a usual prefix, at last the stemmer.</summary>
internal sealed class UkrainianWords(HunspellDictionary? dictionary)
{
    private static readonly string[] Prefixes =
    [
        "кібер", "медіа", "веб", "онлайн", "інтернет", "відео", "аудіо", "фото", "теле", "електро", "мікро", "макро", "мульти", "супер", "гіпер",
        "нейро", "крипто", "смарт", "діджитал", "еко", "біо", "гео", "авто", "крос", "пост", "само", "спів", "між", "без", "пере", "най", "анти", "гейм", "екс", "топ", "міні", "псевдо", "не", "інфо", "дата", "цифро", "є", "лайв", "бізнес", "арт", "напів", "проти", "взаємо", "енерго",
    ];

    private readonly UkrainianLemmas? _lemmas = dictionary is null ? null : new UkrainianLemmas(dictionary);

    private readonly Dictionary<string, string> _irregular = LanguageFiles.Lines(LanguageFiles.Irregular)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words, (words, form) => (form, words[0]))
        .DistinctBy(pair => pair.form)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Never empty; the best reading first. Hyphen compounds that the dictionary lacks give their last part's lemma behind the hyphen.</summary>
    public IReadOnlyList<string> TermsOf(string word)
    {
        // The spelling before the orthography of 2019 is still everywhere.
        if (word.StartsWith("проект", StringComparison.Ordinal))
        {
            return TermsOf("проєкт" + word[6..]);
        }

        if (_irregular.TryGetValue(word, out var lemma))
        {
            return _lemmas is null ? UkrainianStemmer.Stems(lemma) : [lemma];
        }

        if (_lemmas?.Of(word) is { Count: > 0 } known)
        {
            return known;
        }

        // Of a compound that no dictionary has, only the last part is inflected.
        var hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && hyphen < word.Length - 1)
        {
            return [word[..(hyphen + 1)] + TermsOf(word[(hyphen + 1)..])[0]];
        }

        return BehindPrefix(word) ?? WithApostrophe(word) ?? (IReadOnlyList<string>)UkrainianStemmer.Stems(word);
    }

    private List<string>? BehindPrefix(string word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length >= prefix.Length + 4 && word.StartsWith(prefix, StringComparison.Ordinal) && _lemmas?.Of(word[prefix.Length..]) is { Count: > 0 } rest)
            {
                return rest.ConvertAll(lemma => prefix + lemma);
            }
        }

        return null;
    }

    // «компютер»: many type no apostrophe.
    private List<string>? WithApostrophe(string word)
    {
        for (var i = 1; i < word.Length - 1 && _lemmas is not null; i++)
        {
            if (word[i] is 'я' or 'ю' or 'є' or 'ї' && "бпвмфрк".Contains(word[i - 1]) && _lemmas.Of(word.Insert(i, "'")) is { Count: > 0 } lemmas)
            {
                return lemmas;
            }
        }

        return null;
    }
}
