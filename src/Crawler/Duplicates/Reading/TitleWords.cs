using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The words of a title that say what the course is, without those that any course may have («безкоштовний онлайн-курс»).</summary>
internal static class TitleWords
{
    private static readonly HashSet<string> Anyone = new(StringComparer.Ordinal)
    {
        "курс", "серіал", "лекція", "серія", "дивитися", "training", "online-course", "онлайн", "онлайнкурс", "безкоштовний", "безоплатний", "масовий", "відкритий", "дистанційний", "навчальний", "освітній", "електронний", "мвок", "mooc",
        "online", "course", "free", "open", "новий", "запрошувати", "запросити", "реєстрація", "набір", "анонс", "оголошувати", "стартувати", "старт", "the", "an", "of", "to",
        "від", "платформа", "портал", "запис", "рік", "доступ", "читач", "рр", "століття", "ст",
    };

    public static IReadOnlyList<AnalysedToken> Of(string title, TextAnalysis analysis) =>
        [.. Places(analysis.Analyse(title)).Where(word => !StopWords.Contains(word.Word) && !word.Terms.Any(Anyone.Contains) && !Anyone.Contains(word.Word))];

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
        || (one.Word.Length >= 7 && other.Word.Length >= 7 && !char.IsDigit(one.Word[^1]) && OneLetterApart(one.Word, other.Word));

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

    private static bool OneLetterApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = one.AsSpan().CommonPrefixLength(other);
        var left = one.AsSpan(start);
        var right = other.AsSpan(start);
        return left.Length == right.Length ? left[1..].SequenceEqual(right[1..])
            : left.Length < right.Length ? left.SequenceEqual(right[1..])
            : left[1..].SequenceEqual(right);
    }
}
