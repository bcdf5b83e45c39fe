using System.Text;
using System.Xml;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>Harvested text as the line formats and XML can hold it.</summary>
internal static class PlainLine
{
    /// <summary>One line: control characters and line breaks of every kind become one blank, so that no text can begin a field of its own.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in Xml(text))
        {
            if (!char.IsControl(c) && c is not ('\u2028' or '\u2029' or ' '))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>The text without what XML 1.0 §2.2 does not allow, half characters among it.</summary>
    public static string Xml(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                allowed.Append(text[at]);
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                allowed.Append(text[at]).Append(text[++at]);
        }
        return allowed.ToString();
    }
}
