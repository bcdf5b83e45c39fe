using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Interchange.MoocHub;

/// <summary>A course in the words of MOOChub 3, competences as skills of DigComp 2.2. What that format has no word for is left out.</summary>
internal static partial class MoocHubCourse
{
    private const string FrameworkAddress = "https://publications.jrc.ec.europa.eu/repository/handle/JRC128415";

    /// <summary>The course, whose competences must be said in DigComp 2.2.</summary>
    public static JsonObject Of(CourseItem course, Framework digComp) => new()
    {
        ["id"] = Id(course.Id).ToString("D"),
        ["type"] = "Course",
        ["attributes"] = Attributes(course, digComp),
    };

    /// <summary>The format wants a UUID: of version 8, made of the id here, the same for ever (RFC 9562 §5.8).</summary>
    public static Guid Id(string id)
    {
        var octets = SHA256.HashData(Encoding.UTF8.GetBytes(id))[..16];
        octets[6] = (byte)((octets[6] & 0x0F) | 0x80);
        octets[8] = (byte)((octets[8] & 0x3F) | 0x80);
        return new Guid(octets, bigEndian: true);
    }

    private static JsonObject Attributes(CourseItem course, Framework digComp)
    {
        var publisher = new JsonObject { ["name"] = course.Publisher ?? course.Provider ?? course.Source, ["type"] = "Organization" };
        var data = new JsonObject
        {
            ["name"] = course.Title,
            ["courseCode"] = course.Id,
            ["learningResourceType"] = new JsonObject { ["identifier"] = "https://w3id.org/kim/hcrt/course", ["type"] = "Concept", ["inScheme"] = "https://w3id.org/kim/hcrt/scheme" },
            ["url"] = course.Url,
            ["publisher"] = publisher,
            ["creator"] = course.Authors.Count > 0
                ? List(course.Authors.Distinct().Select(name => (JsonNode)new JsonObject { ["name"] = name, ["type"] = "Person" }))
                : new JsonArray(publisher.DeepClone()),
            ["license"] = new JsonArray(Licence(course.Licence)),
            ["dateModified"] = Time(course.LastChanged),
        };
        if (course.Description is { } html)
            data["description"] = html;
        else if (course.Summary.Length > 0)
            data["description"] = $"<p>{System.Net.WebUtility.HtmlEncode(course.Summary)}</p>";
        if (course.Language is { } language and not "mul")
            data["inLanguage"] = new JsonArray(language);
        if (course.Mode == CourseMode.SelfPaced)
            data["courseMode"] = new JsonArray("asynchronous");
        if (Times(course.Instances.Select(run => run.Start)) is { Count: > 0 } starts)
            data["startDate"] = starts;
        if (Times(course.Instances.Select(run => run.End)) is { Count: > 0 } ends)
            data["endDate"] = ends;
        if (course.Duration is { } duration)
            data["duration"] = duration;
        if (course.Price != Price.Unknown)
            data["access"] = new JsonArray(course.Price == Price.Paid ? "paid" : "free");
        if (Offers(course) is { Count: > 0 } offers)
            data["offer"] = offers;
        if (course.Keywords.Count > 0)
            data["keywords"] = List(course.Keywords.Distinct().Select(word => (JsonNode)word));
        if (course.Credential is Credential.Certificate or Credential.Record)
            data["educationalCredentialsAwarded"] = new JsonArray(course.Credential == Credential.Certificate ? "certificate" : "record of achievement");
        if (course.Competences.Count > 0)
            data["teaches"] = List(course.Competences.Select(competence => (JsonNode)Skill(competence, digComp)));
        if (course.Level is { } level)
            data["educationalLevel"] = new JsonArray(Level(level));
        return data;
    }

    private static JsonObject Skill(CompetenceItem competence, Framework digComp) => Framed(new()
    {
        ["name"] = digComp.Competences.FirstOrDefault(known => known.Code == competence.Code) is { } known ? Names(known.Name.Uk, known.Name.En) : Names(competence.Label, competence.Label),
        ["shortCode"] = competence.Code,
    });

    private static JsonObject Level(Level level) => Framed(new()
    {
        ["name"] = Names(PageTexts.Ukrainian.Value("level", Wire.Name(level)), PageTexts.English.Value("level", Wire.Name(level))),
        ["type"] = "EducationalLevel",
    });

    private static JsonObject Framed(JsonObject node)
    {
        node["educationalFramework"] = "DigComp";
        node["educationalFrameworkVersion"] = "2.2";
        node["url"] = FrameworkAddress;
        return node;
    }

    private static JsonArray Names(string uk, string en) =>
        new(new JsonObject { ["inLanguage"] = "uk", ["name"] = uk }, new JsonObject { ["inLanguage"] = "en", ["name"] = en });

    // A licence that has no short name, and none at all, are all rights reserved.
    private static JsonObject Licence(string? licence) => licence is not null && CreativeCommons().Match(licence) is { Success: true } found
        ? new() { ["identifier"] = Spdx(found), ["url"] = $"https://spdx.org/licenses/{Spdx(found)}.html", ["contentUrl"] = licence }
        : new() { ["identifier"] = "proprietary", ["url"] = null };

    private static string Spdx(Match found) => found.Groups["terms"].Value is { Length: > 0 } terms ? $"CC-{terms.ToUpperInvariant()}-{found.Groups["version"].Value}" : "CC0-1.0";

    private static JsonArray Offers(CourseItem course) => List(course.Price is Price.Paid or Price.FreeToStudy
        ? course.Prices.Distinct().Select(price => (JsonNode)new JsonObject
        {
            ["price"] = price.Amount,
            ["priceCurrency"] = price.Currency,
            ["paymentFrequency"] = "other",
            ["category"] = course.Price == Price.Paid ? "course" : "certificate",
        })
        : []);

    private static JsonArray Times(IEnumerable<DateTimeOffset?> times) => List(times.OfType<DateTimeOffset>().Select(Time).Distinct().Select(time => (JsonNode)time));

    private static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^https?://creativecommons\.org/(licenses/(?<terms>by(-nc)?(-nd|-sa)?)/(?<version>[1-4]\.[05])|publicdomain/zero/1\.0)(/|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CreativeCommons();
}
