using System.Globalization;
using System.Net;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Writes texts within the elements that are open. A start tag is written with the first text inside it, so that nothing
/// empty is left; white space and line breaks are written with the next text, so that none stand at the edges.
/// </summary>
internal sealed class SafeHtmlOutput
{
    private static readonly HashSet<string> InlineNames = new(["strong", "b", "em", "i", "code", "a"], StringComparer.Ordinal);

    private readonly StringBuilder _html = new();
    private int _written;
    private bool _space;
    private int _breaks;
    private bool _fresh = true;

    public static bool IsInline(string name) => InlineNames.Contains(name);

    /// <summary>White space between words, as much as there may be.</summary>
    public void Blank() => _space |= !_fresh && _breaks == 0;

    /// <summary>Two line breaks in a row are the most.</summary>
    public void LineBreak()
    {
        _space = false;
        _breaks = _fresh ? 0 : Math.Min(_breaks + 1, 2);
    }

    /// <summary>What follows stands in another block: nothing that waited is needed.</summary>
    public void BreakBlock()
    {
        _space = false;
        _breaks = 0;
        _fresh = true;
    }

    /// <summary>Closes an element that leaves <paramref name="depth"/> others open.</summary>
    public void Close(string name, int depth)
    {
        if (_written > depth)
        {
            _html.Append("</").Append(name).Append('>');
            _written = depth;
        }
    }

    public void Word(string word, List<(string Name, string? Href)> open) => Write(word[LeadingMarks(word, isStart: false)..], open);

    /// <summary>Text of a pre element; line breaks at its start are dropped, since browsers drop the first.</summary>
    public void Verbatim(string text, List<(string Name, string? Href)> open) => Write(text[LeadingMarks(text, _fresh)..], open);

    public override string ToString() => _html.ToString();

    // A mark without its letter would join the text before it, once the tags between are gone.
    private static int LeadingMarks(string text, bool isStart)
    {
        var start = 0;
        while (start < text.Length && ((isStart && text[start] == '\n')
            || char.GetUnicodeCategory(text[start]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark))
        {
            start++;
        }

        return start;
    }

    private void Write(string text, List<(string Name, string? Href)> open)
    {
        if (text.Length == 0)
        {
            return;
        }

        // Blanks and breaks belong before the emphasis that opens, not into it.
        for (; _written < open.Count && !IsInline(open[_written].Name); _written++)
        {
            OpenTag(open[_written]);
        }

        for (; _breaks > 0; _breaks--)
        {
            _html.Append("<br>");
        }

        if (_space)
        {
            _html.Append(' ');
        }

        for (; _written < open.Count; _written++)
        {
            OpenTag(open[_written]);
        }

        _html.Append(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
        _space = false;
        _fresh = false;
    }

    private void OpenTag((string Name, string? Href) element)
    {
        _html.Append('<').Append(element.Name);
        if (element.Href is not null)
        {
            _html.Append(" href=\"").Append(WebUtility.HtmlEncode(element.Href)).Append("\" rel=\"nofollow noopener\"");
        }

        _html.Append('>');
    }
}
