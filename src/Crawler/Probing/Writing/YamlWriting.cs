using System.Globalization;
using System.Text;

namespace DcCourseIndex.Crawler.Probing.Writing;

/// <summary>Writes text of strangers into a source file so that it stays text. Pure.</summary>
internal static class YamlWriting
{
    private const int Longest = 200;

    /// <summary>A double-quoted scalar.</summary>
    public static string Quoted(string text) =>
        $"\"{OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>The text on one line, without control characters, line ends of whatever kind, and what cannot be seen; at most 200 characters.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isText = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (isText && !Rune.IsWhiteSpace(rune)) line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            if (line.Length >= Longest) return line.Append('…').ToString();
        }

        return line.ToString().Trim();
    }
}
