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
    IReadOnlyList<PlacedWord>[] Columns,
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

    public static PreparedCourse Of(CatalogCourse entry, CourseTexts texts, TextAnalysis analysis) => new(
        [.. texts.Columns(entry).Select(values => Place(values, analysis))],
        CourseBody.Write(entry),
        entry.Course.Title,
        FacetKeys.Line(entry),
        WorkHours.Minutes(entry.Course),
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
    public static IEnumerable<string> TitleWords(IReadOnlyList<PlacedWord> title) => title.Select(place => place.Word).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Puts the values of a field one after another.</summary>
    public static IReadOnlyList<PlacedWord> Place(IEnumerable<FieldValue> values, TextAnalysis analysis)
    {
        List<PlacedWord> places = [], wholes = [];
        foreach (var value in values)
        {
            if (places.Count > 0)
            {
                places.Add(default);
            }

            places.AddRange(value switch
            {
                { IsTerm: true } => [new PlacedWord(null, value.Text)],
                { Places: { } known } => known,
                _ => Read(value.Text),
            });
        }

        return [.. places, .. wholes];

        // The wholes of compounds stand apart, behind the text, where they part no phrase.
        IEnumerable<PlacedWord> Read(string text)
        {
            var tokens = analysis.Analyse(text);
            foreach (var whole in Places.Compounds(tokens))
            {
                wholes.Add(default);
                wholes.Add(new PlacedWord(null, Places.Key(whole.Terms)));
            }

            return Places.Of(tokens).Select(token => new PlacedWord(token.Word, Places.Key(token.Terms)));
        }
    }
}
