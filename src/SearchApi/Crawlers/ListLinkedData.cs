using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Pages.Lists;

namespace DcCourseIndex.SearchApi.Crawlers;

/// <summary>A page of results or a list in schema.org's words: a list of the courses' pages here, in the order in which they stand.</summary>
internal static class ListLinkedData
{
    /// <summary>Nothing where nothing was found.</summary>
    public static string Element(IReadOnlyList<CourseItem> courses, PageFrame frame) => courses.Count == 0 ? "" : CourseLinkedData.Block(new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "ItemList",
        ["itemListElement"] = new JsonArray([.. courses.Select((course, at) => (JsonNode)new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = at + 1,
            ["name"] = course.Title,
            ["url"] = frame.Absolute(frame.Course(course.Id).Without(ListInHand.Parameter)),
        })]),
    });
}
