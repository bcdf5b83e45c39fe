using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The persons of a listing: its stated authors, and whoever its title and text may name, two capitalised words or a surname with initials.</summary>
internal static partial class People
{
    private const int MostRead = 8;
    private const int LettersRead = 1_500;

    public static IReadOnlyList<Person> Authors(Course course) =>
        [.. course.Authors.Take(MostRead).Select(author => Person.Of(Word().Matches(author.ToLowerInvariant()).Select(word => word.Value))).OfType<Person>()];

    public static IReadOnlyList<Person> Mentioned(Course course, string text)
    {
        var read = course.Title + " . " + (text.Length <= LettersRead ? text : text[..LettersRead]);
        return [.. Pair().Matches(read).Select(match => match.Groups["first"].Value + " " + match.Groups["second"].Value)
            .Concat(Initialled().Matches(read).Select(match => match.Value))
            .Take(MostRead)
            .Select(name => Person.Of(Word().Matches(name.ToLowerInvariant()).Select(word => word.Value)))
            .OfType<Person>()];
    }

    /// <summary>What the names of the same persons share, hashed and sorted.</summary>
    public static uint[] Keys(IEnumerable<Person> people) => [.. people.SelectMany(person => person.Keys()).Select(key => (uint)StableHash.Of(key)).Distinct().Order()];

    [GeneratedRegex(@"[\p{L}'’ʼ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Every two neighbours: «Веде Оксана Дубчак» holds the name too.
    [GeneratedRegex(@"(?<![\p{L}])(?<first>\p{Lu}[\p{Ll}'’ʼ]{2,})(?=[  ](?<second>\p{Lu}[\p{Ll}'’ʼ]{2,}))", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    // «Викладає М. Куриленко» names no «Викладає».
    [GeneratedRegex(@"(?<!\p{L})(?!(?:Викладає|Викладач\p{L}*|Веде|Вела|Вів|Читає|Автор(?:ка|и)?|Лектор(?:ка|и)?|Тренер(?:ка|и)?|Ведуч(?:ий|а|і))\s)\p{Lu}[\p{Ll}'’ʼ]{2,}\s+\p{Lu}\.(?:\s?\p{Lu}\.)?|(?<!\p{L})(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{Ll}'’ʼ]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Initialled();
}
