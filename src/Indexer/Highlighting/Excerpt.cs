using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DcCourseIndex.Indexer.Highlighting;

/// <summary>Cuts a text around its marks and writes it as safe HTML.</summary>
internal static class Excerpt
{
    /// <summary>UTF-16 units of an excerpt, about.</summary>
    public const int Length = 240;

    private const int Before = 50;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The whole text.</summary>
    public static string Whole(string text, IReadOnlyList<Mark> marks) => Write(text, marks, 0, text.Length);

    /// <summary>The stretch with the most marks, cut at blanks; the beginning where there are none.</summary>
    public static string Around(string text, IReadOnlyList<Mark> marks)
    {
        if (text.Length <= Length)
        {
            return Whole(text, marks);
        }

        var best = 0;
        var most = 0;
        for (var i = 0; i < marks.Count; i++)
        {
            var from = Math.Max(0, marks[i].Start - Before);
            var inside = marks.Skip(i).TakeWhile(mark => mark.End <= from + Length).Count();
            if (inside > most)
            {
                (best, most) = (from, inside);
            }
        }

        best = Math.Min(best, text.Length - Length);
        var start = best == 0 ? 0 : NextWord(text, best);
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length)
        {
            var blank = text.LastIndexOfAny([' ', '\n'], end, end - start);
            end = blank > start + (Length / 2) ? blank : Whole(text, end);
        }

        return (start > 0 ? "…" : "") + Write(text, marks, start, end) + (end < text.Length ? "…" : "");
    }

    private static int NextWord(string text, int from)
    {
        var blank = text.IndexOfAny([' ', '\n'], from, Math.Min(Before, text.Length - from));
        return blank < 0 ? Whole(text, from) : blank + 1;
    }

    // Not between the halves of a surrogate pair.
    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string Write(string text, IReadOnlyList<Mark> marks, int start, int end)
    {
        var html = new StringBuilder(end - start + 64);
        var at = start;
        foreach (var mark in marks.Where(mark => mark.Start >= start && mark.End <= end))
        {
            html.Append(Encoder.Encode(text[at..mark.Start])).Append("<mark>").Append(Encoder.Encode(text[mark.Start..mark.End])).Append("</mark>");
            at = mark.End;
        }

        return html.Append(Encoder.Encode(text[at..end])).ToString();
    }
}
