using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>One course as the web services show it; dates and language only where the account can enter the course.</summary>
internal static class ServiceCourse
{
    public static JsonObject Of(MoodlePortal portal, InventedCourse course, bool filter)
    {
        var name = Names.Shown(course.Name, filter);
        var id = course.Number;
        var item = new JsonObject
        {
            ["id"] = id,
            ["fullname"] = name,
            ["displayname"] = name,
            ["shortname"] = Markup.Escape(course.ShortName ?? $"C{id}"),
            ["categoryid"] = course.Category,
            ["categoryname"] = Markup.Escape(portal.Category(course.Category)?.Name ?? ""),
            ["sortorder"] = (course.Category * 10000) + id,
            ["summary"] = filter ? Names.OneLanguage(course.Summary) : course.Summary,
            ["summaryformat"] = 1,
            ["summaryfiles"] = new JsonArray(),
            ["overviewfiles"] = Files(portal, course),
            ["contacts"] = new JsonArray([.. course.Teachers.Select((teacher, index) => new JsonObject { ["id"] = 100 + index, ["fullname"] = Markup.Escape(teacher) })]),
            ["enrollmentmethods"] = new JsonArray([.. EnrolmentAnswers.Enabled(course).Select(method => JsonValue.Create(method))]),
            ["customfields"] = new JsonArray([.. CustomFields.Of(course).Select(Field)]),
        };
        if (course.Guest == "open")
        {
            item["format"] = "topics";
            item["startdate"] = course.Start?.ToUnixTimeSeconds() ?? 0;
            item["enddate"] = course.End?.ToUnixTimeSeconds() ?? 0;
            item["visible"] = 1;
            item["lang"] = "";
        }

        return item;
    }

    private static JsonObject Field(CustomField field) =>
        new() { ["name"] = field.Name, ["shortname"] = field.ShortName, ["type"] = field.Type, ["valueraw"] = field.Value, ["value"] = field.Value };

    private static JsonArray Files(MoodlePortal portal, InventedCourse course) => course.Image is not { } file ? [] :
    [
        new JsonObject
        {
            ["filename"] = file,
            ["filepath"] = "/",
            ["fileurl"] = portal.Url($"/webservice/pluginfile.php/{40 + course.Number}/course/overviewfiles/{Uri.EscapeDataString(file)}"),
            ["mimetype"] = "image/jpeg",
        },
    ];
}
