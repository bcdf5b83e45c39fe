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

    private readonly Dictionary<string, string> _irregular = LanguageFiles.Forms(LanguageFiles.Irregular);

    /// <summary>Never empty; the best reading first.</summary>
    public IReadOnlyList<string> TermsOf(string word)
    {
        if (_irregular.TryGetValue(word, out var lemma))
        {
            return _lemmas is null ? UkrainianStemmer.Stems(lemma) : [lemma];
        }

        if (_lemmas?.Of(word) is { Count: > 0 } known)
        {
            return WithApostrophe(word) is { } meant ? [.. known.Union(meant)] : known;
        }

        return BehindPrefix(word) ?? WithApostrophe(word) ?? (IReadOnlyList<string>)UkrainianStemmer.Stems(word);
    }

    /// <summary>Whether the dictionary has a word in some form.</summary>
    public bool Knows(string word) => _lemmas is not null && (_irregular.ContainsKey(word) || _lemmas.Of(word).Count > 0);

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
            if (word[i] is 'я' or 'ю' or 'є' or 'ї' && "бпвмфркз".Contains(word[i - 1]) && _lemmas.Of(word.Insert(i, "'")) is { Count: > 0 } lemmas)
            {
                return lemmas;
            }
        }

        return null;
    }
}
