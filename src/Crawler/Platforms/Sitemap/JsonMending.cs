using System.Net;
using System.Text;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Mends what systems commonly break in JSON-LD: raw line ends and tabs inside of texts, escapes that JSON does not know, HTML comments, and quotes written as entities. Pure.</summary>
internal static class JsonMending
{
    /// <summary>The block as JSON may have it; it may still be none.</summary>
    public static string Mended(string block)
    {
        // A block whose every quote is an entity went through an HTML escape once too often.
        var text = block.Contains("&quot;", StringComparison.Ordinal) && !block.Contains('"', StringComparison.Ordinal) ? WebUtility.HtmlDecode(block) : block;
        var mended = new StringBuilder(text.Length + 16);
        var inText = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (!inText && letter == '<' && text.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal)) i += Comment(text.AsSpan(i)) - 1;
            else if (!inText && letter == '-' && text.AsSpan(i).StartsWith("-->", StringComparison.Ordinal)) i += 2;
            else if (inText && letter == '\\') i += Escape(text, i, mended);
            else if (inText && letter < ' ') mended.Append(letter is '\n' or '\t' ? "\\n" : "");
            else
            {
                inText ^= letter == '"';
                mended.Append(letter);
            }
        }

        return mended.ToString();
    }

    // A comment that holds JSON hides it from old browsers, and only its marks go.
    private static int Comment(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf("-->", StringComparison.Ordinal);
        return end < 0 || text[..end].IndexOfAny('{', '[', '"') >= 0 ? 4 : end + 3;
    }

    // RFC 8259 §7; of any other escape only the letter is meant.
    private static int Escape(string text, int at, StringBuilder mended)
    {
        if (at + 1 >= text.Length) return 0;
        var next = text[at + 1];
        if ("\"\\/bfnrt".Contains(next, StringComparison.Ordinal) || (next == 'u' && at + 5 < text.Length && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3]) && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]))) mended.Append('\\').Append(next);
        else mended.Append(next < ' ' ? ' ' : next);
        return 1;
    }
}
