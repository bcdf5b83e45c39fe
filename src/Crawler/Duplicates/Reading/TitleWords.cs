using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The words of a title that say what the course is, without those that any course may have («безкоштовний онлайн-курс»).</summary>
internal static class TitleWords
{
    private static readonly HashSet<string> Anyone = new(StringComparer.Ordinal)
    {
        "курс", "серіал", "відеосеріал", "лекція", "серія", "відеокурс", "мінікурс", "міні", "спецкурс", "тренінг", "вебінар", "webinar", "e-course", "дивитися", "training", "online-course", "онлайн", "онлайнкурс", "безкоштовний", "безоплатний", "масовий", "відкритий", "дистанційний", "навчальний", "освітній", "електронний", "мвок", "mooc",
        "online", "course", "free", "open", "новий", "запрошувати", "запросити", "реєстрація", "набір", "анонс", "оголошувати", "стартувати", "старт", "the", "an", "of", "to",
        "від", "платформа", "портал", "запис", "рік", "доступ", "читач", "рр", "століття", "ст", "cohort", "потік", "група",
    };

    // What a catalogue adds or leaves out without making another course of it.
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal)
    {
        "e", "е", "основа", "основи", "вступ", "введення", "introduction", "introductory", "intro", "basics", "essentials", "авторський", "сучасний", "повний", "практичний", "базовий", "початковий",
        "весна", "весняний", "осінь", "осінній", "зима", "зимовий", "літо", "літній", "spring", "summer", "autumn", "fall", "winter", "методичний", "забезпечення", "матеріал", "дисципліна", "програма",
        "self-paced", "certificate", "сертифікат", "self", "paced", "навчання", "вивчати", "українською", "український", "english", "ukrainian", "class", "lesson", "урок", "заняття", "версія", "партнерський", "partner",
    };

    /// <summary>Whether a word may stand in a title or not without making another course of it.</summary>
    public static bool IsLight(AnalysedToken word) => Light.Contains(word.Word) || word.Terms.Any(Light.Contains);

    public static IReadOnlyList<AnalysedToken> Of(string title, TextAnalysis analysis) =>
        Telling(Places(analysis.Analyse(title)));

    public static IReadOnlyList<AnalysedToken> Telling(IEnumerable<AnalysedToken> places) =>
        [.. places.Where(IsTelling)];

    /// <summary>Whether a word says something of a course.</summary>
    public static bool IsTelling(AnalysedToken word) => !StopWords.Contains(word.Word) && !word.Terms.Any(Anyone.Contains) && !Anyone.Contains(word.Word);

    /// <summary>One token a place; a hyphen compound stands as its parts.</summary>
    public static IEnumerable<AnalysedToken> Places(IReadOnlyList<AnalysedToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var shortest = tokens[i];
            while (i + 1 < tokens.Count && tokens[i + 1].Position == shortest.Position)
            {
                i++;
                shortest = tokens[i].Length < shortest.Length ? tokens[i] : shortest;
            }

            yield return shortest;
        }
    }

    /// <summary>The same word in another form, in the other alphabet's spelling, or with one slip in a long word.</summary>
    public static bool Same(AnalysedToken one, AnalysedToken other) =>
        one.Word == other.Word
        || Share(one.Terms, other.Terms)
        || OneSlip(one.Word, other.Word);

    /// <summary>Whether two neighbouring words of one title are one word of the other: «e-waste» and «ewaste».</summary>
    public static bool Joined(string word, IReadOnlyList<AnalysedToken> others)
    {
        for (var i = 0; i + 1 < others.Count; i++)
        {
            if (IsJoined(word, others[i].Word, others[i + 1].Word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is two of others in one.</summary>
    public static bool JoinsTwoOf(string whole, IReadOnlyList<string> others) =>
        others.Any(first => others.Any(second => IsJoined(whole, first, second)));

    private static bool Share(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        for (var i = 0; i < some.Count; i++)
        {
            for (var j = 0; j < others.Count; j++)
            {
                if (some[i] == others[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The same from the other side: whether a word with its neighbour is one word of the other title.</summary>
    public static bool PartOfJoined(IReadOnlyList<AnalysedToken> words, int at, IReadOnlyList<AnalysedToken> others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            var whole = others[i].Word;
            if ((at + 1 < words.Count && IsJoined(whole, words[at].Word, words[at + 1].Word)) || (at > 0 && IsJoined(whole, words[at - 1].Word, words[at].Word)))
            {
                return true;
            }
        }

        return false;
    }

    // «медсестра» is «медична сестра», «соцмережі» are «соціальні мережі»: the first word clipped, the second whole but for its ending.
    private static bool IsJoined(string whole, string first, string second)
    {
        if (whole.Length == first.Length + second.Length)
        {
            return whole.StartsWith(first, StringComparison.Ordinal) && whole.EndsWith(second, StringComparison.Ordinal);
        }

        var clipped = whole.AsSpan().CommonPrefixLength(first);
        for (var length = Math.Min(clipped, first.Length - 3); length >= 3 && second.Length >= 4 && whole.Length - length >= 4; length--)
        {
            var common = whole.AsSpan(length).CommonPrefixLength(second);
            if (common >= Math.Min(whole.Length - length, second.Length) - 2 && common >= Math.Max(4, Math.Max(whole.Length - length, second.Length) - 3))
            {
                return true;
            }
        }

        return false;
    }

    // A word that begins otherwise is another word: «мікроекономіка» and «макроекономіка». In a short one only a letter left out within is a slip.
    private static bool OneSlip(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < 5 || Math.Abs(one.Length - other.Length) > 1 || char.IsDigit(one[^1]))
        {
            return false;
        }

        var start = one.AsSpan().CommonPrefixLength(other);
        if (start < 3)
        {
            return false;
        }

        var left = one.AsSpan(start);
        var right = other.AsSpan(start);
        var within = left.Length < right.Length ? left.Length > 0 && left.SequenceEqual(right[1..])
            : left.Length > right.Length ? right.Length > 0 && left[1..].SequenceEqual(right)
            : left.Length >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
        return within || (one.Length >= 7 && other.Length >= 7 && (left.Length == right.Length ? left[1..].SequenceEqual(right[1..]) : left.Length + right.Length == 1));
    }
}
