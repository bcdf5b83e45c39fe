using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.SearchApi.Interchange.MoocHub;

/// <summary>A page of courses as MOOChub 3 has it, in the form of JSON:API.</summary>
internal static class MoocHubList
{
    /// <summary>The version stands in the media type, as the format's own documents have it.</summary>
    public const string Type = "application/vnd.api+json; moochub-version=3.0";

    public static JsonObject Of(CourseListPage page, Framework digComp)
    {
        var links = new JsonObject { ["self"] = page.Self.AbsoluteUri, ["first"] = page.First.AbsoluteUri, ["last"] = page.Last.AbsoluteUri };
        if (page.Next is { } next)
            links["next"] = next.AbsoluteUri;
        return new() { ["links"] = links, ["data"] = new JsonArray([.. page.Courses.Select(course => (JsonNode)MoocHubCourse.Of(course, digComp))]) };
    }
}
