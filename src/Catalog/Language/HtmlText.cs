using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Language;

/// <summary>Plain text out of HTML, as it is shown, indexed and quoted.</summary>
public static partial class HtmlText
{
    /// <summary>
    /// Text in NFC: each block, list item and table row on a line of its own, never an empty line; the cells of a row are parted by <c> | </c>;
    /// elsewhere white space of any kind is one space. Text without tags keeps its lines and has its entities decoded as well.
    /// Of multilang groups <paramref name="language"/> (BCP 47) stays, else the first. Input beyond 1,000,000 UTF-16 units is cut.
    /// </summary>
    public static string ToText(string html, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var source = Multilang.PickMarks(html.Length > HtmlPieces.Longest ? html[..HtmlPieces.Longest] : html, language);
        var lines = new LineWriter();
        if (!IsHtml(source))
        {
            foreach (var line in CharacterHygiene.Clean(Decode(source)).Split('\n'))
            {
                lines.Words(line);
                lines.Part(Gap.Line);
            }

            return lines.ToString();
        }

        var pre = 0;
        foreach (var piece in Multilang.Pick(OrderlyHtml.Read(source) ?? HtmlPieces.Read(source), language))
        {
            if (piece.Kind == PieceKind.Text)
            {
                if (pre > 0)
                {
                    foreach (var line in piece.Data.Split('\n'))
                    {
                        lines.Words(line);
                        lines.Part(Gap.Line);
                    }
                }
                else
                {
                    lines.Words(piece.Data);
                }

                continue;
            }

            pre = piece.Name == "pre" ? Math.Max(0, pre + (piece.Kind == PieceKind.Open ? 1 : -1)) : pre;
            lines.Part(HtmlNames.GapAt(piece.Name));
        }

        return CharacterHygiene.Clean(lines.ToString());
    }

    /// <summary>A title on one line: entities decoded once, white space collapsed; tags go only where there are real ones, so <c>a &lt; b</c> and <c>&lt;AES&gt;</c> stay.</summary>
    public static string OneLine(string text, string? language = null) => ToText(text, language).Replace('\n', ' ');

    /// <summary>True where a text holds at least one tag of HTML or a comment.</summary>
    public static bool IsHtml(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains('<', StringComparison.Ordinal)
            && (text.Contains("<!--", StringComparison.Ordinal) || text.Contains("<![", StringComparison.Ordinal) || Tag().Matches(text).Any(tag => HtmlNames.IsElement(tag.Groups[1].Value)));
    }

    // The tokeniser knows all entities, those without a semicolon too; with every "<" out of the way it sees nothing but text.
    private static string Decode(string text) =>
        !text.Contains('&', StringComparison.Ordinal)
            ? text
            : string.Concat(HtmlPieces.Read(text.Replace("<", "&lt;", StringComparison.Ordinal)).Select(piece => piece.Data));

    [GeneratedRegex(@"</?([A-Za-z][A-Za-z0-9:-]*)(?:\s[^<>]*|\s*/)?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>Collects words and the widest gap since the last of them.</summary>
    private sealed class LineWriter
    {
        private static readonly SearchValues<char> Ink = SearchValues.Create(CharacterHygiene.Ordinary);
        private readonly StringBuilder _text = new();
        private Gap _gap = Gap.None;

        public void Part(Gap gap) => _gap = gap > _gap ? gap : _gap;

        public void Words(ReadOnlySpan<char> text)
        {
            while (!text.IsEmpty)
            {
                var run = text.IndexOfAnyExcept(Ink) is >= 0 and var end ? end : text.Length;
                if (run > 0)
                {
                    Write(text[..run]);
                    text = text[run..];
                    continue;
                }

                if (char.IsWhiteSpace(text[0]))
                {
                    Part(Gap.Space);
                }
                else if (!CharacterHygiene.IsInvisible(text[0]) || char.IsSurrogate(text[0]))
                {
                    // What no one sees must not make a line of its own.
                    Write(text[..1]);
                }

                text = text[1..];
            }
        }

        private void Write(ReadOnlySpan<char> ink)
        {
            if (_gap != Gap.None && _text.Length > 0)
            {
                _text.Append(_gap switch { Gap.Line => "\n", Gap.Cell => " | ", _ => " " });
            }

            _gap = Gap.None;
            _text.Append(ink);
        }

        public override string ToString() => _text.ToString();
    }
}
