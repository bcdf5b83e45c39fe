using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The teachers whom a listing names, each by the beginning of the surname in Latin letters, which all its cases and both alphabets share.</summary>
internal static partial class Teachers
{
    private const int LettersKept = 5;

    public static IReadOnlyList<string> Of(Course course, string text)
    {
        var named = Initials().Matches(text).Select(match => match.Groups["surname"].Value)
            .Concat(Introduced().Matches(text).SelectMany(match => match.Groups["name"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return [.. course.Authors.SelectMany(author => author.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries))
            .Concat(named)
            .Where(word => word.Length >= 3)
            .Select(word => LatinSounds.Of(TextFolding.Fold(word)))
            .Select(word => word.Length <= LettersKept ? word : word[..LettersKept])
            .Distinct().Order(StringComparer.Ordinal)];
    }

    // «Викладає М. Куриленко» names no «Викладає».
    [GeneratedRegex(@"(?<!\p{L})(?!(?:Викладає|Викладач\p{L}*|Веде|Вела|Вів|Читає|Автор(?:ка|и)?|Лектор(?:ка|и)?|Тренер(?:ка|и)?|Ведуч(?:ий|а|і))\s)(?<surname>\p{Lu}[\p{Ll}'’-]{2,})\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|(?<!\p{L})\p{Lu}\.\s?(?:\p{Lu}\.)?\s?(?<surname>\p{Lu}[\p{Ll}'’-]{2,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Initials();

    [GeneratedRegex(@"(?:[Вв]иклада\p{L}*|[Аа]втор\p{L}*(?:\s+курсу)?|[Лл]ектор\p{L}*|[Тт]ренер\p{L}*|[Вв]еде|[Тт]eacher|[Ii]nstructor|[Ll]ecturer|[Aa]uthor)s?\s*[:–—-]?\s+(?:(?:доцент\p{L}*|професор\p{L}*|проф\.|доц\.|к\.\s?\p{L}+\.\s?н\.)\s+)?(?<name>\p{Lu}[\p{Ll}'’-]{2,}(?:\s+\p{Lu}[\p{Ll}'’-]{2,}){1,2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Introduced();
}
