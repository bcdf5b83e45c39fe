using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Reads XML that a stranger sent: no document types, no foreign entities, and what providers commonly break (blank lines before the declaration, control characters, HTML entities) is mended first.</summary>
internal static partial class XmlText
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>The whole document. Throws <see cref="ListingUnreliableException"/> for HTML, half a document, a document type, or one too deep or large.</summary>
    public static XDocument Document(Page page) => XmlDocuments.Read(Mended(PageText.Decode(page).Text)) switch
    {
        { Document: { } document } => document,
        var read => throw new ListingUnreliableException($"{page.Address}: {read.Refusal}"),
    };

    /// <summary>A reader over mended text; it throws <see cref="XmlException"/> where the text is no XML all the same.</summary>
    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(Mended(text)), Settings);

    public static ListingUnreliableException Broken(Uri address, XmlException e) => new(
        e.Message.Contains("DTD", StringComparison.Ordinal)
            ? $"{address}: the answer is no XML that is read but declares a document type (DTD), as HTML pages do: perhaps a login or error page; open it in a browser, and if it stays so, tell the portal's owner."
            : $"{address}: the answer is no whole XML (it breaks in line {e.LineNumber}, column {e.LinePosition}); open it in a browser, harvest again, and if it stays so, tell the portal's owner.", e);

    private static string Mended(string text)
    {
        var mended = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Forbidden().IsMatch(mended)) mended = Forbidden().Replace(mended, "");
        return mended.Contains('&', StringComparison.Ordinal) ? HtmlEntity().Replace(mended, Decoded) : mended;
    }

    // The five of XML stay as they are; an entity that HTML does not know either is left to fail.
    private static string Decoded(Match match) =>
        match.Groups[1].Value is "amp" or "lt" or "gt" or "quot" or "apos" ? match.Value : WebUtility.HtmlDecode(match.Value);

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"&([A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex HtmlEntity();
}
