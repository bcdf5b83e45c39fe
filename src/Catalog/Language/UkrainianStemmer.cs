namespace DcCourseIndex.Catalog.Language;

/// <summary>Cuts Ukrainian endings where no dictionary serves: one form for the cases of nouns and adjectives and the persons of verbs.</summary>
internal static class UkrainianStemmer
{
    private static readonly string[] Endings =
    [
        "остями", "остях", "остям", "ості", "істю", "ість", "остей",
        "уватимуться", "уватися", "юватися", "ування", "юванням",
        "ться", "тися", "лися", "лася", "лось", "вся",
        "ього", "ьому", "ього", "ими", "іми", "ями", "ами", "ові", "еві", "єві", "ого", "ому", "ємо", "емо", "имо", "їмо", "ете", "єте", "ите", "їте",
        "уть", "ють", "ать", "ять", "ити", "ати", "яти", "іти", "ути", "юти",
        "ів", "їв", "ам", "ям", "ах", "ях", "ом", "ем", "єм", "ою", "ею", "єю", "ій", "ої", "ий", "ьої", "их", "іх", "им", "ім", "ей", "ую", "юю", "ає", "яє", "ує", "ює", "ав", "ив", "ув", "ла", "ло", "ли", "ти",
        "а", "я", "о", "е", "є", "у", "ю", "і", "ї", "и", "ь", "й",
    ];

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
