using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>DSpace's own fields: <c>&lt;dim:field mdschema="dc" element="description" qualifier="abstract" lang="uk"&gt;</c>. Pure.</summary>
internal static class OaiDim
{
    /// <summary>Only <c>dc</c> and <c>dcterms</c>, abstracts before other descriptions; who put the record there and when is left out.</summary>
    public static IReadOnlyList<OaiElement> Read(XElement dim) =>
    [
        .. dim.All("field")
            .Where(field => field.Attribute("mdschema")?.Value is "dc" or "dcterms")
            .Select(field => (Field: field, Name: Name(field.Attribute("element")?.Value, field.Attribute("qualifier")?.Value)))
            .Where(field => field.Name is not null)
            .OrderBy(field => field.Field.Attribute("qualifier")?.Value is "abstract" or "author" or "uri" ? 0 : 1)
            .Select(field => OaiMetadata.Element(field.Name!, field.Field.Value, OaiMetadata.Language(field.Field)))
            .OfType<OaiElement>(),
    ];

    private static string? Name(string? element, string? qualifier) => (element, qualifier is null or "" or "none" or "*" ? null : qualifier) switch
    {
        ("contributor", "author") or ("creator", _) => "creator",
        ("contributor", _) => null,
        ("description", null or "abstract") or ("abstract", _) => "description",
        ("description", _) => null,
        ("identifier", null or "uri" or "url") => "identifier",
        ("identifier", _) => null,
        // Numbers of a classification are no words to search by.
        ("subject", "udc" or "ddc" or "lcc" or "bbk") => null,
        ("title", null) or ("type", _) or ("publisher", null) or ("subject", _) or ("relation", _) or ("rights", _) or ("language", _) => element,
        ("license", _) => "rights",
        _ => null,
    };
}
