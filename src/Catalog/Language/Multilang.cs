using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Picks one language of texts that carry several: Moodle's multilang spans (<c>&lt;span class="multilang" lang="uk"&gt;</c>)
/// and the <c>{mlang uk}…{mlang}</c> marks of its plugin. Neighbours with nothing but white space between them are one group.
/// </summary>
internal static partial class Multilang
{
    /// <summary>Leaves of each group the wanted language, else the first.</summary>
    public static List<HtmlPiece> Pick(List<HtmlPiece> pieces, string? language)
    {
        if (!pieces.Exists(IsStart))
        {
            return pieces;
        }

        var kept = new List<HtmlPiece>(pieces.Count);
        for (var i = 0; i < pieces.Count;)
        {
            if (!IsStart(pieces[i]))
            {
                kept.Add(pieces[i++]);
                continue;
            }

            var group = new List<(string Lang, int Start, int End)>();
            while (i < pieces.Count && IsStart(pieces[i]))
            {
                var end = EndOf(pieces, i);
                group.Add((pieces[i].Lang!, i + 1, end));
                i = Math.Min(end + 1, pieces.Count);
                while (i + 1 < pieces.Count && IsBlank(pieces[i]) && IsStart(pieces[i + 1]))
                {
                    i++;
                }
            }

            var choice = group.FindIndex(part => Speaks(part.Lang, language));
            var (_, from, to) = group[Math.Max(choice, 0)];
            kept.AddRange(pieces.GetRange(from, to - from));
        }

        return kept;
    }

    /// <summary>The same for <c>{mlang}</c> marks; <c>other</c> serves where the wanted language is missing.</summary>
    public static string PickMarks(string text, string? language) =>
        !text.Contains("{mlang", StringComparison.OrdinalIgnoreCase) ? text : MarkGroup().Replace(text, group =>
        {
            var parts = Mark().Matches(group.Value);
            return (parts.FirstOrDefault(part => part.Groups[1].Value.Split(',').Any(lang => Speaks(lang.Trim(), language)))
                ?? parts.FirstOrDefault(part => language is not null && part.Groups[1].Value.Trim() == "other")
                ?? parts[0]).Groups[2].Value;
        });

    private static bool Speaks(string lang, string? wanted) =>
        wanted is not null && lang.Split('-', '_')[0].Equals(wanted.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase);

    private static bool IsStart(HtmlPiece piece) =>
        piece is { Kind: PieceKind.Open, Name: "span" or "lang", Lang.Length: > 0 }
        && (piece.Name == "lang" || (piece.Class ?? "").Split(' ').Contains("multilang"));

    private static bool IsBlank(HtmlPiece piece) => piece.Kind == PieceKind.Text && string.IsNullOrWhiteSpace(piece.Data);

    private static int EndOf(List<HtmlPiece> pieces, int start)
    {
        var depth = 0;
        for (var i = start; i < pieces.Count; i++)
        {
            if (pieces[i].Name == pieces[start].Name && pieces[i].Kind != PieceKind.Text)
            {
                depth += pieces[i].Kind == PieceKind.Open ? 1 : -1;
                if (depth == 0)
                {
                    return i;
                }
            }
        }

        return pieces.Count;
    }

    [GeneratedRegex(@"(?:\{mlang\s+[^{}]{1,60}\}(?:(?!\{mlang).)*\{mlang\}\s*)+", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkGroup();

    [GeneratedRegex(@"\{mlang\s+([^{}]{1,60})\}((?:(?!\{mlang).)*)\{mlang\}\s*", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
