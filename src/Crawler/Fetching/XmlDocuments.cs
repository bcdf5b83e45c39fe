using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>What reading XML gave: exactly one of a document and the sentence why there is none, which lacks the address and ends in a remedy.</summary>
public readonly record struct XmlRead(XDocument? Document, string? Refusal);

/// <summary>
/// The one place where XML of portals (feeds, sitemaps, OAI-PMH) becomes a tree: without document types and so without entities of its own,
/// nothing is loaded from elsewhere, and depth and size are bounded.
/// </summary>
public static partial class XmlDocuments
{
    /// <summary>Elements inside one another; feeds and records need about ten.</summary>
    public const int DeepestNesting = 200;

    /// <summary>Elements, attributes and texts together.</summary>
    public const int MostNodes = 1_000_000;

    /// <summary>Longest document in UTF-16 units.</summary>
    public const int MostCharacters = 20_000_000;

    /// <summary>Reads a body; <paramref name="contentType"/> as sent, null where it is not known. Control characters that XML forbids and portals send all the same are left out.</summary>
    public static XmlRead Read(ReadOnlyMemory<byte> body, string? contentType = null) => Read(PageText.Decode(body.Span, contentType).Text);

    /// <summary>The same for text that is decoded already.</summary>
    public static XmlRead Read(string text)
    {
        if (text.Length > MostCharacters)
        {
            return Refused($"more than {MostCharacters} characters are not read");
        }
        var clean = Forbidden().Replace(text, "").TrimStart();
        try
        {
            return TooMuch(clean) is { } much ? Refused(much) : new(XDocument.Parse(clean), null);
        }
        catch (XmlException e)
        {
            return Refused(e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "it declares a document type (DTD), which may hold entities without end and is not read"
                : $"it is not whole XML (it breaks in line {e.LineNumber}, position {e.LinePosition})");
        }
    }

    // The first reading builds nothing.
    private static string? TooMuch(string text)
    {
        using var characters = new StringReader(text);
        using var reader = XmlReader.Create(characters, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        for (var nodes = 0L; reader.Read();)
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > DeepestNesting)
            {
                return $"its elements stand more than {DeepestNesting} deep in one another";
            }
            if (nodes > MostNodes)
            {
                return $"it has more than {MostNodes} elements, attributes and texts";
            }
        }
        return null;
    }

    private static XmlRead Refused(string why) => new(null, $"the XML is refused: {why}; look at it in a browser and tell the portal's owner.");

    // As characters and as references to them.
    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&#0*(?:[0-8]|1[124-9]|2[0-9]|3[01]);|&#[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]);", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();
}
