using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Names of courses that a listing quotes, and the parts of its own title, each as the key that a title of these words has.</summary>
internal static partial class Quotes
{
    private const int MostQuotes = 6;
    private const int LeastWords = 2;
    private const int LongWord = 6;

    /// <summary>The quoted names in a title and a text; none where there are so many that it is a list of courses.</summary>
    public static IReadOnlyList<string> Of(string title, string text, TextAnalysis analysis)
    {
        var quoted = Quoted().Matches(title).Concat(Quoted().Matches(text.Length <= 2_000 ? text : text[..2_000]))
            .Select(match => Key(TitleWords.Of(match.Groups["name"].Value, analysis)))
            .OfType<string>().Distinct().ToList();
        return quoted.Count <= MostQuotes ? quoted : [];
    }

    /// <summary>Whether a title quotes a name.</summary>
    public static bool In(string title) => Quoted().IsMatch(title);

    /// <summary>The parts of a title between colons, dashes and brackets.</summary>
    public static IEnumerable<string> Parts(string title, TextAnalysis analysis)
    {
        var parts = Border().Split(title);
        return parts.Length == 1 ? [] : parts.Select(part => PartKey(TitleWords.Of(part, analysis))).OfType<string>();
    }

    // Between colons and dashes one long word may be a whole title.
    private static string? PartKey(IReadOnlyList<AnalysedToken> words) =>
        words is [var only] ? only.Word.Length >= LongWord ? only.Terms[0] : null : Key(words);

    /// <summary>What titles of the same words share; null for too few words to tell a course.</summary>
    public static string? Key(IReadOnlyList<AnalysedToken> words)
    {
        var terms = words.Select(word => NumberWords.Figure(word.Word) ?? word.Terms[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        return terms.Count < LeastWords ? null : string.Join(' ', terms);
    }

    [GeneratedRegex("[«\"“„](?<name>[^«»\"“”„]{4,120})[»\"”“]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s*[:|()\[\]«»""“”]\s*|\s+[–—-]\s+|\.\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
