using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>
/// Masks in HTML without losing its tags: what is to be masked may be written with entities or be torn apart by tags inside of a line;
/// links to a mailbox, a telephone or a messenger lose their address, other links stay.
/// </summary>
internal static partial class MarkupMasking
{
    /// <summary>Works on plain text too. <paramref name="find"/> names the stretches of plain text.</summary>
    public static string Mask(string html, Func<string, IReadOnlyList<Masked>> find)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            return Masking.Apply(html, find(html));
        }
        var pieces = Pieces(PersonalLink().Replace(html, "$1"));
        var plain = new StringBuilder(html.Length);
        foreach (var piece in pieces)
        {
            piece.Start = plain.Length;
            plain.Append(piece.IsTag ? Breaks(piece.Text) ? "\n" : "" : piece.Text);
        }
        var found = find(plain.ToString());
        return string.Concat(pieces.Select(piece => piece.IsTag ? Tag(piece.Text, find) : Text(piece, found)));
    }

    private static List<Piece> Pieces(string html)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (Match tag in AnyTag().Matches(html))
        {
            if (tag.Index > at)
            {
                pieces.Add(new Piece(Plain(html[at..tag.Index]), false));
            }
            pieces.Add(new Piece(tag.Value, true));
            at = tag.Index + tag.Length;
        }
        if (at < html.Length)
        {
            pieces.Add(new Piece(Plain(html[at..]), false));
        }
        return pieces;
    }

    // The part of a stretch that stands in this piece goes; the mask stands where the stretch begins.
    private static string Text(Piece piece, IReadOnlyList<Masked> found)
    {
        var inside = found
            .Where(one => one.Start < piece.Start + piece.Text.Length && one.End > piece.Start)
            .Select(one => new Masked(
                Math.Max(one.Start - piece.Start, 0),
                Math.Min(one.End - piece.Start, piece.Text.Length) - Math.Max(one.Start - piece.Start, 0),
                one.Start >= piece.Start ? one.Mask : ""))
            .ToList();
        return Masking.Apply(piece.Text, inside);
    }

    private static string Tag(string tag, Func<string, IReadOnlyList<Masked>> find) => !tag.Contains('=', StringComparison.Ordinal) ? tag : Attribute().Replace(tag, attribute =>
    {
        var (name, quote) = (attribute.Groups[1].Value, attribute.Groups[2].Value[..Math.Min(1, attribute.Groups[2].Length)]);
        quote = quote is "\"" or "'" ? quote : "";
        var value = Plain(attribute.Groups[2].Value.Trim('"', '\''));
        var personal = PersonalAddress().IsMatch(Uri.UnescapeDataString(value)) || name.Equals("data-cfemail", StringComparison.OrdinalIgnoreCase);
        var isLink = name.ToLowerInvariant() is "href" or "src" or "action" or "srcset" or "poster";
        var masked = personal ? "" : isLink ? value : Masking.Apply(value, find(value));
        return masked == value ? attribute.Value : $"{name}={quote}{masked}{quote}";
    });

    // Plain letters may be written as numbers, to hide an address from machines; what means something in HTML stays as it is.
    private static string Plain(string text) => !text.Contains('&', StringComparison.Ordinal) ? text : Entity().Replace(text, entity =>
    {
        var name = entity.Groups[1].Value;
        int? code = name switch
        {
            "commat" => '@',
            "period" => '.',
            "plus" => '+',
            "nbsp" => '\u00A0',
            ['#', 'x' or 'X', .. var hex] => int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : null,
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
        return code is { } letter and (>= ' ' and <= '~' or '\u00A0') && (char)letter is not ('<' or '>' or '&' or '"' or '\'') ? ((char)letter).ToString() : entity.Value;
    });

    private static bool Breaks(string tag) => !InLine().IsMatch(tag);

    private sealed class Piece(string text, bool isTag)
    {
        public string Text { get; } = text;
        public bool IsTag { get; } = isTag;
        public int Start { get; set; }
    }

    // The words of such a link stay, the link goes.
    [GeneratedRegex("""<a\s[^<>]*\bhref\s*=\s*["']?\s*(?:mailto|tel|sms|callto|skype|viber|tg|whatsapp)(?::|&#58;|&colon;)[^<>]*>(.*?)</a\s*>""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PersonalLink();

    [GeneratedRegex("""</?[a-z!](?:[^<>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"^</?(?:a|abbr|b|bdi|big|code|em|font|i|mark|s|small|span|strong|sub|sup|tt|u|wbr|ins|del|kbd|nobr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InLine();

    [GeneratedRegex("""(?<=\s)([a-z][a-z0-9:-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*(?:(?:mailto|tel|sms|callto|skype|viber|tg|whatsapp):|(?:https?:)?//(?:t\.me|wa\.me|viber\.click|chats\.viber\.com)/\+?\d{9}|.*/cdn-cgi/l/email-protection)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonalAddress();

    [GeneratedRegex("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|commat|period|plus|nbsp);", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
