using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace DcCourseIndex.Catalog.Language;

internal enum PieceKind { Text, Open, Close }

/// <summary>One tag or stretch of text of an HTML source; <paramref name="Name"/> is lower case, attributes are those that anybody here asks for.</summary>
internal readonly record struct HtmlPiece(PieceKind Kind, string Name, string Data = "", string? Href = null, string? Class = null, string? Lang = null);

/// <summary>
/// Reads HTML as a flat list of tags and texts, without comments and without elements whose content is not for readers.
/// Flat, because a tree of hostile depth costs quadratic time to build; the work here grows with the length only.
/// </summary>
internal static class HtmlPieces
{
    /// <summary>Longer input is cut: one million UTF-16 units.</summary>
    public const int Longest = 1_000_000;

    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "script", "style", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext", "textarea", "title",
        "xml", "template", "select", "datalist", "svg", "math", "object", "applet", "audio", "video", "canvas", "button",
    };

    /// <summary>True for an element whose content is not for readers.</summary>
    public static bool IsUnread(string name) => Unread.Contains(name);

    public static List<HtmlPiece> Read(string html)
    {
        var source = html.Length > Longest ? html[..Longest] : html;
        var pieces = new List<HtmlPiece>();
        using var text = new TextSource(source);
        using var tokens = new HtmlTokenizer(text, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            ShouldEmitAttribute = static (ref _, name) => name.Span is "href" or "class" or "lang",
        };
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    pieces.Add(new HtmlPiece(PieceKind.Text, "", token.Data));
                    break;
                case HtmlTokenType.StartTag:
                    var tag = token.AsTag();
                    pieces.Add(new HtmlPiece(PieceKind.Open, token.Name, "", tag.GetAttribute("href"), tag.GetAttribute("class"), tag.GetAttribute("lang")));
                    tokens.State = ModeAfter(token.Name);
                    break;
                case HtmlTokenType.EndTag:
                    pieces.Add(new HtmlPiece(PieceKind.Close, token.Name));
                    break;
            }
        }

        return WithoutUnread(pieces);
    }

    // The tokeniser does not know by itself where raw text begins; the tree builder would tell it.
    private static HtmlParseMode ModeAfter(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "noscript" or "xmp" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    // An element that is never closed loses only its tag: half a page must not lose the half that came.
    private static List<HtmlPiece> WithoutUnread(List<HtmlPiece> pieces)
    {
        var open = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
        var end = new Dictionary<int, int>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == PieceKind.Text || !Unread.Contains(piece.Name))
            {
                continue;
            }

            if (!open.TryGetValue(piece.Name, out var starts))
            {
                open[piece.Name] = starts = new Stack<int>();
            }

            if (piece.Kind == PieceKind.Open)
            {
                starts.Push(i);
            }
            else if (starts.TryPop(out var start))
            {
                end[start] = i;
            }
        }

        var kept = new List<HtmlPiece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == PieceKind.Open && Unread.Contains(piece.Name))
            {
                var isRaw = ModeAfter(piece.Name) != HtmlParseMode.PCData;
                i = end.TryGetValue(i, out var close) ? close : isRaw ? i + 1 : i;
            }
            else if (piece.Kind == PieceKind.Text || !Unread.Contains(piece.Name))
            {
                kept.Add(piece);
            }
        }

        return kept;
    }
}
