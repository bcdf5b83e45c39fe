using System.Buffers;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Reads HTML as our own sanitiser writes it, known lower-case elements with quoted attributes, in one walk; whatever is written in any other way is left to <see cref="HtmlPieces"/>,
/// which gives the same pieces and takes ten times as long. For texts that are only read: what is safe to show is decided by the tokeniser alone.
/// </summary>
internal static class OrderlyHtml
{
    private static readonly SearchValues<char> Foreign = SearchValues.Create("&\0\r");
    private static readonly SearchValues<char> InName = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> InAttribute = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");

    /// <summary>The pieces; null where anything stands there that this reader does not know.</summary>
    public static List<HtmlPiece>? Read(string html)
    {
        if (html.Length > HtmlPieces.Longest || html.AsSpan().ContainsAny(Foreign))
        {
            return null;
        }

        List<HtmlPiece> pieces = [];
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at) is >= 0 and var found ? found : html.Length;
            if (tag > at)
            {
                pieces.Add(new HtmlPiece(PieceKind.Text, "", html[at..tag]));
            }

            at = tag;
            if (tag < html.Length)
            {
                if (Tag(html, ref at) is not { } piece)
                {
                    return null;
                }

                pieces.Add(piece);
            }
        }

        return pieces;
    }

    // Goes behind the tag.
    private static HtmlPiece? Tag(string html, ref int at)
    {
        var isClosing = html.AsSpan(at).StartsWith("</");
        at += isClosing ? 2 : 1;
        if (HtmlNames.Known(Run(html, ref at, InName)) is not { } name || HtmlPieces.IsUnread(name))
        {
            return null;
        }

        var piece = new HtmlPiece(isClosing ? PieceKind.Close : PieceKind.Open, name);
        while (!isClosing && html.AsSpan(at) is [' ', >= 'a' and <= 'z', ..])
        {
            at++;
            var attribute = Run(html, ref at, InAttribute);
            if (!html.AsSpan(at).StartsWith("=\"") || html.IndexOf('"', at + 2) is not (> 0 and var end))
            {
                return null;
            }

            // Of two with one name the first counts.
            piece = attribute switch
            {
                "href" => piece with { Href = piece.Href ?? html[(at + 2)..end] },
                "class" => piece with { Class = piece.Class ?? html[(at + 2)..end] },
                "lang" => piece with { Lang = piece.Lang ?? html[(at + 2)..end] },
                _ => piece,
            };
            at = end + 1;
        }

        at += !isClosing && html.AsSpan(at).StartsWith(" /") ? 2 : !isClosing && html.AsSpan(at).StartsWith("/") ? 1 : 0;
        return at >= html.Length || html[at++] != '>' ? null : isClosing ? piece : piece with { Href = piece.Href ?? "", Class = piece.Class ?? "", Lang = piece.Lang ?? "" };
    }

    private static ReadOnlySpan<char> Run(string html, ref int at, SearchValues<char> of)
    {
        var rest = html.AsSpan(at);
        var run = rest.IndexOfAnyExcept(of) is >= 0 and var end ? rest[..end] : rest;
        at += run.Length;
        return run;
    }
}
