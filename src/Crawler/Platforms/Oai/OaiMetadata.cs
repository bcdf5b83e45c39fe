using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Reads the metadata of a record, whatever its format, as elements with the names of Dublin Core, and three of learning object metadata besides: <c>learningTime</c>, <c>difficulty</c>, <c>cost</c>. Pure.</summary>
internal static class OaiMetadata
{
    public static IReadOnlyList<OaiElement> Read(XElement? metadata) => metadata?.Elements().FirstOrDefault() switch
    {
        null => [],
        { Name.LocalName: "dim" } dim => OaiDim.Read(dim),
        { Name.LocalName: "lom" } lom => OaiLom.Read(lom),
        { Name.LocalName: "mods" } mods => OaiMods.Read(mods),
        { Name.LocalName: "modsCollection" } mods when mods.Elements().FirstOrDefault() is { } first => OaiMods.Read(first),
        var plain => [.. plain.Elements().Select(DublinCore).OfType<OaiElement>()],
    };

    /// <summary>An element with the white space of its value made one blank; null where it is blank.</summary>
    public static OaiElement? Element(string name, string? value, string? language = null) =>
        Words.Plain(value) is { } plain ? new OaiElement(name, plain, language) : null;

    public static string? Language(XElement element) => element.Attribute(XNamespace.Xml + "lang")?.Value ?? element.Attribute("lang")?.Value ?? element.Attribute("language")?.Value;

    public static IEnumerable<XElement> All(this XElement parent, string name) =>
        parent.Elements().Where(element => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase));

    // The refinements of qualified Dublin Core stand for what they refine; those that tell nothing of a course are left out.
    private static OaiElement? DublinCore(XElement field) => field.Name.LocalName switch
    {
        "abstract" or "tableOfContents" => Element("description", field.Value, Language(field)),
        "license" or "accessRights" => Element("rights", field.Value, Language(field)),
        "alternative" or "created" or "issued" or "available" or "dateAccepted" or "bibliographicCitation" or "extent" => null,
        var name => Element(name, field.Value, Language(field)),
    };
}
