using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Learning object metadata (IEEE 1484.12.1; texts as <c>string</c> of 1484.12.3 or <c>langstring</c> of the older IMS binding). Pure.</summary>
internal static partial class OaiLom
{
    public static IReadOnlyList<OaiElement> Read(XElement lom)
    {
        var found = new List<OaiElement?>();
        foreach (var general in lom.All("general"))
        {
            found.AddRange(general.All("title").SelectMany(title => Strings("title", title)));
            found.AddRange(general.All("description").SelectMany(text => Strings("description", text)));
            found.AddRange(general.All("keyword").SelectMany(word => Strings("subject", word)));
            found.AddRange(general.All("language").Select(language => OaiMetadata.Element("language", language.Value)));
            found.AddRange(general.All("identifier").SelectMany(identifier => identifier.All("entry")).Select(entry => OaiMetadata.Element("identifier", entry.Value)));
        }

        found.AddRange(lom.All("technical").SelectMany(technical => technical.All("location")).Select(location => OaiMetadata.Element("identifier", location.Value)));
        foreach (var educational in lom.All("educational"))
        {
            found.AddRange(educational.All("learningResourceType").Select(type => OaiMetadata.Element("type", Value(type))));
            found.AddRange(educational.All("difficulty").Select(difficulty => OaiMetadata.Element("difficulty", Value(difficulty))));
            found.AddRange(educational.All("typicalLearningTime").Select(time => OaiMetadata.Element("learningTime", (time.All("duration").FirstOrDefault() ?? time.All("datetime").FirstOrDefault())?.Value)));
        }

        foreach (var rights in lom.All("rights"))
        {
            found.AddRange(rights.All("cost").Select(cost => OaiMetadata.Element("cost", Value(cost))));
            found.AddRange(rights.All("description").SelectMany(text => Strings("rights", text)));
        }

        found.AddRange(lom.All("lifeCycle").SelectMany(cycle => cycle.All("contribute")).SelectMany(Contributor));
        found.AddRange(lom.All("classification").SelectMany(one => one.All("taxonPath")).SelectMany(path => path.All("taxon")).SelectMany(taxon => taxon.All("entry")).SelectMany(entry => Strings("subject", entry)));
        return [.. found.OfType<OaiElement>()];
    }

    private static IEnumerable<OaiElement?> Strings(string name, XElement holder)
    {
        var strings = holder.All("string").Concat(holder.All("langstring")).ToList();
        return strings.Count == 0 ? [OaiMetadata.Element(name, holder.Value)] : strings.Select(text => OaiMetadata.Element(name, text.Value, OaiMetadata.Language(text)));
    }

    // <value>easy</value>, or <value><langstring>easy</langstring></value>.
    private static string? Value(XElement vocabulary) => (vocabulary.All("value").FirstOrDefault() ?? vocabulary).Value;

    private static IEnumerable<OaiElement?> Contributor(XElement contribute)
    {
        var name = contribute.All("role").Select(Value).FirstOrDefault()?.Trim().ToLowerInvariant() switch
        {
            "author" or "creator" or "content provider" => "creator",
            "publisher" => "publisher",
            _ => null,
        };
        return name is null ? [] : contribute.All("entity").Concat(contribute.All("centity")).Select(entity => OaiMetadata.Element(name, CardName(entity.Value)));
    }

    // A person is a vCard (RFC 6350 §6.2.1).
    private static string CardName(string text) => FullName().Match(text) is { Success: true } name ? name.Groups[1].Value : text.Contains("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? "" : text;

    [GeneratedRegex(@"^\s*(?:BEGIN:VCARD\s+(?:VERSION:\S+\s+)?)?FN[^:\n]*:([^\r\n]+?)(?=\s+(?:N|ORG|EMAIL|END)[;:]|\s*$)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex FullName();
}
