using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>A word of a course at its place: the folded spelling and the key of its readings. A place without a word parts two values.</summary>
internal readonly record struct PlacedWord(string? Word, string Readings);

/// <summary>All that the index stores of one course, worked out before the transaction begins.</summary>
internal sealed record PreparedCourse(
    TokenColumn[] Columns,
    string[] TitleWords,
    byte[] Body,
    string Title,
    string Facets,
    int? Minutes,
    long FirstSeen,
    string FoldedTitle,
    byte[] SortKey,
    string? Cluster,
    int Rank,
    long LastSeen,
    long LastChanged)
{
    // Longer beginnings of titles are not completed.
    private const int LongestFolded = 100;

    public static PreparedCourse Of(CatalogCourse entry, CourseTexts texts, TextAnalysis analysis, TokenWriter vocabulary) => Of(entry, WorkHours.Minutes(entry.Course), texts, analysis, vocabulary);

    private static PreparedCourse Of(CatalogCourse entry, int? minutes, CourseTexts texts, TextAnalysis analysis, TokenWriter vocabulary) => new(
        Array.ConvertAll(texts.Columns(entry), values => TokenColumn.Of(values, analysis, vocabulary)),
        WordsOf(entry.Course.Title, analysis),
        CourseBody.Write(entry),
        entry.Course.Title,
        FacetKeys.Line(entry, minutes),
        minutes,
        entry.FirstSeen.ToUnixTimeSeconds(),
        FoldTitle(entry.Course.Title),
        StoreSchema.Alphabet.GetSortKey(entry.Course.Title, CompareOptions.None).KeyData,
        entry.Cluster?.Id,
        OfferRank.Of(entry),
        entry.LastSeen.ToUnixTimeSeconds(),
        entry.LastChanged.ToUnixTimeSeconds());

    /// <summary>A title, or the beginning of one as typed, in the form in which beginnings are compared.</summary>
    public static string FoldTitle(string title)
    {
        var folded = TextFolding.Fold(title).TrimStart('"', '«', '“', '„', ' ');
        return folded.Length <= LongestFolded ? folded : folded[..LongestFolded];
    }

    /// <summary>The different words of a title.</summary>
    public static string[] WordsOf(string title, TextAnalysis analysis) => [.. Places.Of(analysis.Analyse(title)).Select(place => place.Word).Distinct(StringComparer.Ordinal)];

    /// <summary>A text word by word, the wholes of its compounds behind it.</summary>
    public static IReadOnlyList<PlacedWord> Place(string text, TextAnalysis analysis)
    {
        var tokens = analysis.Analyse(text);
        return
        [
            .. Places.Of(tokens).Select(token => new PlacedWord(token.Word, Places.Key(token.Terms))),
            .. Places.Compounds(tokens).SelectMany(whole => new[] { default, new PlacedWord(null, Places.Key(whole.Terms)) }),
        ];
    }
}
