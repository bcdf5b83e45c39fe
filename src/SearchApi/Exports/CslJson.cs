using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>Courses for citation processors (CSL-JSON): an array of items of the type <c>webpage</c>. Names are literal, for nobody knows which of their words is the surname.</summary>
internal static class CslJson
{
    public static byte[] Of(IReadOnlyList<CourseItem> courses) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. courses.Select(course => Item(new(course)))]), Wire.Json);

    private static JsonObject Item(Citation course)
    {
        var item = new JsonObject { ["id"] = course.Course.Id, ["type"] = "webpage", ["title"] = course.Title, ["URL"] = course.Url };
        if (course.Authors.Count > 0)
            item["author"] = new JsonArray([.. course.Authors.Select(name => (JsonNode)new JsonObject { ["literal"] = name })]);
        if (course.Publisher is { } publisher)
            item["publisher"] = publisher;
        if (course.Start is { } start)
            item["issued"] = Date(start);
        item["accessed"] = Date(course.Seen);
        if (course.Language is { } language)
            item["language"] = language;
        if (course.Keywords.Any())
            item["keyword"] = string.Join(", ", course.Keywords);
        if (course.Summary.Length > 0)
            item["abstract"] = course.Summary;
        return item;
    }

    private static JsonObject Date(DateOnly day) => new() { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };
}
