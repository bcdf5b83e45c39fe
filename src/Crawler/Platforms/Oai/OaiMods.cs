using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>MODS of the Library of Congress, as far as repositories fill it. Pure.</summary>
internal static class OaiMods
{
    public static IReadOnlyList<OaiElement> Read(XElement mods)
    {
        var found = new List<OaiElement?>();
        foreach (var field in mods.Elements())
        {
            var language = OaiMetadata.Language(field);
            switch (field.Name.LocalName)
            {
                case "titleInfo" when field.Attribute("type") is null or { Value: "translated" }:
                    found.AddRange(field.All("title").Select(title => OaiMetadata.Element("title", Title(field, title), OaiMetadata.Language(title) ?? language)));
                    break;
                case "name" when IsAuthor(field):
                    found.Add(OaiMetadata.Element("creator", string.Join(", ", field.All("namePart").Where(part => part.Attribute("type")?.Value != "date").Select(part => part.Value.Trim()))));
                    break;
                case "abstract" or "tableOfContents":
                    found.Add(OaiMetadata.Element("description", field.Value, language));
                    break;
                case "genre" or "typeOfResource":
                    found.Add(OaiMetadata.Element("type", field.Value));
                    break;
                case "subject":
                    found.AddRange(field.All("topic").Select(topic => OaiMetadata.Element("subject", topic.Value)));
                    break;
                case "language":
                    found.AddRange(field.All("languageTerm").Where(term => term.Attribute("type")?.Value != "text").Select(term => OaiMetadata.Element("language", term.Value)));
                    break;
                case "identifier" when field.Attribute("type")?.Value is null or "uri" or "url" or "hdl":
                    found.Add(OaiMetadata.Element("identifier", field.Value));
                    break;
                case "location":
                    found.AddRange(field.All("url").Select(url => OaiMetadata.Element("identifier", url.Value)));
                    break;
                case "originInfo":
                    found.AddRange(field.All("publisher").Select(publisher => OaiMetadata.Element("publisher", publisher.Value)));
                    break;
                case "accessCondition":
                    found.Add(OaiMetadata.Element("rights", field.Value));
                    break;
            }
        }

        return [.. found.OfType<OaiElement>()];
    }

    private static string Title(XElement info, XElement title) =>
        $"{info.All("nonSort").FirstOrDefault()?.Value.Trim()} {title.Value.Trim()}{(info.All("subTitle").FirstOrDefault() is { } sub ? $": {sub.Value.Trim()}" : "")}";

    // A name without a role is that of the author.
    private static bool IsAuthor(XElement name)
    {
        var roles = name.All("role").SelectMany(role => role.All("roleTerm")).Select(term => term.Value.Trim().ToLowerInvariant()).ToList();
        return roles.Count == 0 || roles.Any(role => role is "author" or "aut" or "creator" or "cre");
    }
}
