using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Short texts of a listing: on one line, clean, bounded, without repetitions.</summary>
internal static class Texts
{
    private const int LongestLine = 300;
    private const int MostLines = 60;

    /// <summary>One clean line, null where nothing is left.</summary>
    public static string? Line(string? text, string? language) =>
        Cut(HtmlText.OneLine(text ?? "", language), LongestLine) is { Length: > 0 } line ? line : null;

    /// <summary>Clean lines in their order, each once whatever its capitals; a hash sign at the start goes.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<string>? texts, string? language) =>
    [
        .. (texts ?? [])
            .Select(text => Line(text, language)?.TrimStart('#').Trim())
            .OfType<string>()
            .Where(line => line.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostLines),
    ];

    /// <summary>The beginning of a text, never half a surrogate pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text.Trim();
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end].Trim();
    }

    /// <summary>True where every word of the one text stands in the other in the same order, white space aside.</summary>
    public static bool SaysNoMore(string text, string than) =>
        Squeezed(than).Contains(Squeezed(Masking.Mask(text)), StringComparison.Ordinal);

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
