using System.Globalization;
using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Reads answers of a repository. Pure. Elements are known by their local names, because many repositories get the namespaces wrong.</summary>
internal static class OaiReader
{
    /// <summary>Null where the document is XML but no answer of OAI-PMH.</summary>
    public static OaiAnswer? Read(XDocument document)
    {
        if (document.Root is not { } root || root.Name.LocalName != "OAI-PMH") return null;
        var list = root.Elements().FirstOrDefault(element => element.Name.LocalName is "ListRecords" or "ListSets" or "ListIdentifiers" or "ListMetadataFormats" or "GetRecord");
        var token = list is null ? null : Child(list, "resumptionToken");
        return new OaiAnswer
        {
            ResponseDate = Text(root, "responseDate"),
            Errors = [.. Children(root, "error").Select(error => new OaiError(error.Attribute("code")?.Value ?? "", Words.Plain(error.Value)))],
            Repository = Child(root, "Identify") is { } identify
                ? new OaiRepository(Text(identify, "repositoryName"), Text(identify, "granularity"), Text(identify, "deletedRecord"), Text(identify, "earliestDatestamp"))
                : null,
            Records = list is null ? [] : [.. Children(list, "record").Select(Record).OfType<OaiRecord>()],
            Identifiers = list is null ? [] : [.. Children(list, "header").Select(header => Text(header, "identifier")).OfType<string>()],
            Formats = list is null ? [] : [.. Children(list, "metadataFormat").Select(format => Text(format, "metadataPrefix")).OfType<string>()],
            Sets = list is null ? [] : [.. Children(list, "set").Where(set => Text(set, "setSpec") is not null).Select(set => new OaiSet(Text(set, "setSpec")!, Text(set, "setName")))],
            Token = string.IsNullOrWhiteSpace(token?.Value) ? null : token.Value.Trim(),
            ListSize = int.TryParse(token?.Attribute("completeListSize")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null,
        };
    }

    private static OaiRecord? Record(XElement record)
    {
        if (Child(record, "header") is not { } header || Text(header, "identifier") is not { } identifier) return null;
        var isDeleted = header.Attribute("status")?.Value == "deleted";
        return new OaiRecord(identifier, isDeleted, OaiMetadata.Read(Child(record, "metadata")));
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);

    private static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    private static string? Text(XElement parent, string name) => Words.Plain(Child(parent, name)?.Value);
}
