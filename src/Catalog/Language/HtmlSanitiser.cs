namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Foreign HTML made fit to stand on our pages: an allow-list of text elements without attributes, links to the web and to mail only.
/// Everything else loses its tag and keeps its text; scripts, styles, frames and forms' choices lose their content as well.
/// </summary>
public static class HtmlSanitiser
{
    /// <summary>
    /// Well-formed HTML that is the same when sanitised again. Relative links are resolved against <paramref name="address"/>, without it they are dropped;
    /// of multilang groups <paramref name="language"/> stays, else the first. Input beyond 1,000,000 UTF-16 units is cut.
    /// </summary>
    public static string Sanitise(string html, Uri? address = null, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var source = Multilang.PickMarks(html.Length > HtmlPieces.Longest ? html[..HtmlPieces.Longest] : html, language);
        var writer = new SafeHtmlWriter();
        foreach (var piece in Multilang.Pick(HtmlPieces.Read(source), language))
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    writer.Text(piece.Data);
                    break;
                case PieceKind.Open when piece.Name == "a":
                    writer.Open("a", SafeLink.Resolve(piece.Href, address));
                    break;
                case PieceKind.Open:
                    writer.Open(OurNameFor(piece.Name));
                    break;
                default:
                    writer.Close(OurNameFor(piece.Name));
                    break;
            }
        }

        return writer.Finish();
    }

    // Blocks without a place on the list still part paragraphs; headings keep their rank as far as there is one.
    private static string OurNameFor(string name) => name switch
    {
        "h1" => "h2",
        "h5" or "h6" => "h4",
        "dt" or "dd" or "div" or "section" or "article" or "address" or "center" or "header" or "footer" or "main" or "aside" or "figure" or "figcaption" or "fieldset" or "form" or "details" or "summary" or "hr" => "p",
        "menu" or "dir" => "ul",
        "tt" or "kbd" or "samp" => "code",
        _ => name,
    };
}
