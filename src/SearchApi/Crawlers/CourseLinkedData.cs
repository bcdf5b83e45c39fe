using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Crawlers;

/// <summary>A course in schema.org's words for search engines (JSON-LD 1.1). A data block is not a script: no policy has to allow it.</summary>
internal static class CourseLinkedData
{
    // The encoder leaves Cyrillic and escapes the signs that mean something in HTML, the less-than sign above all.
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Element(CourseItem course) => Block(Of(course));

    public static string Block(JsonObject data) => $"<script type=\"application/ld+json\">{data.ToJsonString(Safe)}</script>";

    private static JsonObject Of(CourseItem course)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Course",
            ["@id"] = course.Url,
            ["identifier"] = course.Id,
            ["name"] = course.Title,
            ["url"] = course.Url,
        };
        if (course.Summary.Length > 0)
            data["description"] = course.Summary;
        if ((course.Publisher ?? course.Provider) is { } provider)
            data["provider"] = new JsonObject { ["@type"] = "Organization", ["name"] = provider };
        if (course.Language is { } language and not "mul")
            data["inLanguage"] = language;
        if (course.Level is { } level)
            data["educationalLevel"] = Wire.Name(level);
        if (course.Image is { } image)
            data["image"] = image;
        if (course.Licence is { } licence)
            data["license"] = licence;
        if (course.Price is Price.Free or Price.FreeToStudy)
            data["isAccessibleForFree"] = true;
        if (course.Keywords.Count > 0)
            data["keywords"] = new JsonArray([.. course.Keywords.Select(word => (JsonNode)word)]);
        if (course.Competences.Count > 0)
            data["teaches"] = new JsonArray([.. course.Competences.Select(competence => Term(course, competence))]);
        if (course.Price is Price.Free or Price.FreeToStudy or Price.Paid)
            data["offers"] = new JsonObject { ["@type"] = "Offer", ["category"] = course.Price switch { Price.Free => "Free", Price.Paid => "Paid", _ => "Partially Free" } };
        if (Instances(course).ToArray() is { Length: > 0 } instances)
            data["hasCourseInstance"] = new JsonArray(instances);
        return data;
    }

    private static JsonObject Term(CourseItem course, CompetenceItem competence) => new JsonObject
    {
        ["@type"] = "DefinedTerm",
        ["termCode"] = competence.Code,
        ["name"] = competence.Label,
        ["inDefinedTermSet"] = course.Framework,
    };

    /// <summary>Each dated run, or what is known of the course that is always there. Whether it is held online or on site no portal states, so nothing here does.</summary>
    private static IEnumerable<JsonNode> Instances(CourseItem course)
    {
        foreach (var dated in course.Instances.DefaultIfEmpty(new()))
        {
            var instance = new JsonObject { ["@type"] = "CourseInstance" };
            if (course.Mode != CourseMode.Unknown)
                instance["courseMode"] = Wire.Name(course.Mode);
            if (course.Workload is { } workload)
                instance["courseWorkload"] = workload;
            if (dated.Start is { } start)
                instance["startDate"] = KyivDay.Iso(start);
            if (dated.End is { } end)
                instance["endDate"] = KyivDay.Iso(end);
            if (instance.Count > 1)
                yield return instance;
        }
    }
}
