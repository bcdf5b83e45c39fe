using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Plain names out of markup: entities decoded once, runs of white space made one blank.</summary>
internal static partial class Words
{
    /// <summary>Null where nothing is left.</summary>
    public static string? Plain(string? text)
    {
        var plain = Blank().Replace(text ?? "", " ").Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>A name that an interface delivers HTML-escaped, perhaps in several languages; null where it is blank.</summary>
    public static string? Unescaped(string? html, string? language = null) => Plain(HtmlText.OneLine(html ?? "", language));

    /// <summary>Names are the same where they differ only in case and white space.</summary>
    public static bool Same(string? one, string? other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s\u00A0\u200B\uFEFF]+")]
    private static partial Regex Blank();
}
