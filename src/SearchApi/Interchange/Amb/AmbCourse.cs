using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Interchange.Amb;

/// <summary>A course in the general metadata profile for educational resources (AMB), which is JSON-LD 1.1 in the words of schema.org.</summary>
internal static partial class AmbCourse
{
    /// <summary>The course, whose competences must be said in the codes of the framework.</summary>
    public static JsonObject Of(CourseItem course, Framework framework, Uri site)
    {
        var page = SiteAddress.Course(site, course.Id, "uk").AbsoluteUri;
        var data = new JsonObject
        {
            ["@context"] = new JsonArray("https://w3id.org/kim/amb/context.jsonld", new JsonObject { ["@language"] = TwoLetters(course.Language) ?? "uk" }),
            ["id"] = Address(course.Url) ?? page,
            ["type"] = new JsonArray("LearningResource", "Course"),
            ["name"] = course.Title,
            ["learningResourceType"] = new JsonArray(new JsonObject { ["type"] = "Concept", ["id"] = "https://w3id.org/kim/hcrt/course" }),
            ["dateModified"] = Time(course.LastChanged),
            ["mainEntityOfPage"] = new JsonArray(new JsonObject
            {
                ["id"] = page,
                ["type"] = "WebContent",
                ["provider"] = new JsonObject { ["id"] = site.AbsoluteUri, ["type"] = "Service", ["name"] = PageTexts.Ukrainian["site.name"] },
                ["dateCreated"] = Time(course.FirstSeen),
                ["dateModified"] = Time(course.LastChanged),
            }),
        };
        if (course.Summary.Length > 0)
            data["description"] = course.Summary;
        if (course.Authors.Count > 0)
            data["creator"] = List(course.Authors.Select(name => Named("Person", name)));
        if ((course.Publisher ?? course.Provider) is { } publisher)
            data["publisher"] = new JsonArray(Named("Organization", publisher));
        if (course.Licence is { } licence && OpenLicence().IsMatch(licence) && Address(licence) is { } terms)
            data["license"] = new JsonObject { ["id"] = terms };
        if (course.Image is { } image && Address(image) is { } picture)
            data["image"] = picture;
        if (TwoLetters(course.Language) is { } language)
            data["inLanguage"] = new JsonArray(language);
        if (course.Keywords.Count > 0)
            data["keywords"] = List(course.Keywords.Select(word => (JsonNode)word));
        if (course.Access != Access.Unknown)
            data["conditionsOfAccess"] = new JsonObject { ["type"] = "Concept", ["id"] = $"http://w3id.org/kim/conditionsOfAccess/{(course.Access is Access.Open or Access.Guest ? "no_login" : "login")}" };
        if (course.Price != Price.Unknown)
            data["isAccessibleForFree"] = course.Price != Price.Paid;
        if (course.Competences.Count > 0)
            data["teaches"] = List(course.Competences.Select(competence => (JsonNode)Concept(competence, framework, site)));
        return data;
    }

    private static JsonObject Concept(CompetenceItem competence, Framework framework, Uri site)
    {
        var known = framework.Competences.FirstOrDefault(one => one.Code == competence.Code);
        return new()
        {
            ["id"] = new Uri(site, $"/competences?framework={Uri.EscapeDataString(framework.Id)}#{Uri.EscapeDataString(competence.Code)}").AbsoluteUri,
            ["prefLabel"] = new JsonObject { ["uk"] = $"{competence.Code} {known?.Name.Uk ?? competence.Label}", ["en"] = $"{competence.Code} {known?.Name.En ?? competence.Label}" },
        };
    }

    private static JsonObject Named(string type, string name) => new() { ["type"] = type, ["name"] = name };

    private static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    // The profile knows languages of ISO 639-1 alone.
    private static string? TwoLetters(string? tag) => tag is { Length: >= 2 } && (tag.Length == 2 || tag[2] == '-') ? tag[..2] : null;

    private static string? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^https?://(creativecommons\.org/(licenses|licences|publicdomain)/|www\.gnu\.org/licenses/|www\.apache\.org/licenses/|opensource\.org/licenses/MIT|www\.opensource\.org/licenses/BSD)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpenLicence();
}
