using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The name of a portal or an institution, read so that its usual spellings are known as one.</summary>
internal sealed record Organisation(string Folded, IReadOnlyList<string> Words, string Initials, IReadOnlyList<string> Shorts)
{
    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "університет", "інститут", "академія", "коледж", "школа", "центр", "бібліотека", "платформа", "портал", "національний", "державний", "україна", "ім'я", "ім", "імені",
        "го", "тов", "онлайн", "освіта", "university", "institute", "academy", "college", "school", "center", "centre", "library", "national", "state", "of", "the", "online",
        "edu", "education", "студія", "фонд", "громадський", "організація", "заклад", "вищий", "ua", "com", "org",
    };

    public static Organisation? Of(string? name, TextAnalysis analysis)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var places = TitleWords.Places(analysis.Analyse(name)).ToList();
        var words = places.Where(word => !General.Overlaps(word.Terms) && !General.Contains(word.Word) && !StopWords.Contains(word.Word))
            .Select(word => word.Terms[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        var spelt = name.Split([' ', '-', '«', '»', '"', '(', ')', ',', '.', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        return new Organisation(
            string.Join(' ', places.Select(word => word.Word)),
            words.Count > 0 ? words : [.. places.Select(word => word.Terms[0]).Distinct()],
            string.Concat(spelt.Where(word => char.IsLetter(word[0]) && !StopWords.Contains(TextFolding.Fold(word))).Select(word => char.ToUpperInvariant(word[0]))),
            [.. spelt.Where(word => word.Length is >= 3 and <= 7 && word.All(char.IsUpper))]);
    }

    /// <summary>Whether two names are of one organisation: the same telling words, one name within the other, or initials of the other.</summary>
    public static bool Same(Organisation one, Organisation other) =>
        one.Folded == other.Folded
        || (one.Words.Count >= other.Words.Count ? Within(other, one) : Within(one, other))
        || one.Shorts.Any(initials => other.Initials.Contains(initials, StringComparison.Ordinal) || other.Shorts.Contains(initials))
        || other.Shorts.Any(initials => one.Initials.Contains(initials, StringComparison.Ordinal));

    private static bool Within(Organisation few, Organisation many) =>
        few.Words.All(many.Words.Contains) && (few.Words.Count == many.Words.Count || few.Words.Count >= 2);
}
