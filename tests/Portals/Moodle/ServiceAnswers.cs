using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>What the web services tell about the site, its categories and its courses.</summary>
internal static class ServiceAnswers
{
    private static readonly string[] Functions =
    [
        "core_course_get_courses_by_field", "core_course_get_categories", "core_course_search_courses", "core_webservice_get_site_info",
        "core_enrol_get_course_enrolment_methods", "enrol_guest_get_instance_info",
    ];

    public static JsonObject SiteInfo(MoodlePortal portal)
    {
        var old = portal.Options.Version == MoodleVersion.Moodle311;
        return new JsonObject
        {
            ["sitename"] = portal.Options.Name,
            ["username"] = "harvester",
            ["fullname"] = "Service Harvest",
            ["lang"] = "uk",
            ["userid"] = 16,
            ["siteurl"] = portal.Url(""),
            ["functions"] = new JsonArray([.. Functions.Select(name => new JsonObject { ["name"] = name, ["version"] = old ? "2021051705" : "2024100706" })]),
            ["release"] = old ? "3.11.5 (Build: 20220117)" : "4.5.6 (Build: 20250811)",
            ["version"] = old ? "2021051705" : "2024100706",
        };
    }

    public static JsonArray Categories(MoodlePortal portal) =>
        [.. portal.Categories.All.Where(category => !category.Hidden).Select(category => new JsonObject
        {
            ["id"] = category.Id,
            ["name"] = Markup.Escape(category.Name),
            ["description"] = category.Description,
            ["descriptionformat"] = 1,
            ["parent"] = category.Parent,
            ["sortorder"] = category.Id * 10000,
            ["coursecount"] = portal.In(category.Id).Count(),
            ["depth"] = Path(portal, category).Count(step => step == '/'),
            ["path"] = Path(portal, category),
        })];

    public static JsonNode CoursesByField(MoodlePortal portal, PortalRequest request)
    {
        var value = request.Parameter("value") ?? "";
        Func<InventedCourse, bool>? chosen = (request.Parameter("field") ?? "") switch
        {
            "" => _ => true,
            "id" => course => course.Id == value,
            "ids" => course => value.Split(',').Contains(course.Id),
            "shortname" => course => course.ShortName == value,
            "category" => course => $"{course.Category}" == value,
            _ => null,
        };
        return chosen is null
            ? WebServices.Error(portal, "invalid_parameter_exception", "invalidparameter", "Виявлено неправильне значення параметру")
            : Envelope(portal, request, [.. portal.Visible.Where(chosen)], site: string.IsNullOrEmpty(request.Parameter("field")));
    }

    public static JsonNode Search(MoodlePortal portal, PortalRequest request)
    {
        if (request.Parameter("criterianame") != "search")
        {
            return WebServices.Error(portal, "invalid_parameter_exception", "invalidparameter", "Виявлено неправильне значення параметру");
        }

        var terms = (request.Parameter("criteriavalue") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = portal.Visible.Where(course => terms.All(term => (course.Name + course.Summary).Contains(term, StringComparison.OrdinalIgnoreCase))).ToList();
        var size = request.Whole("perpage") is > 0 and var asked ? asked : int.MaxValue;
        var answer = Envelope(portal, request, [.. found.Skip(Math.Max(0, request.Whole("page")) * size).Take(size)], site: false);
        answer["total"] = found.Count;
        return answer;
    }

    private static JsonObject Envelope(MoodlePortal portal, PortalRequest request, List<InventedCourse> courses, bool site)
    {
        var filter = request.Parameter("moodlewssettingfilter") is "1" or "true" && portal.Options.MultilangFilter;
        var items = new JsonArray([.. courses.Select(course => ServiceCourse.Of(portal, course, filter))]);
        if (site)
        {
            items.Insert(0, new JsonObject { ["id"] = 1, ["fullname"] = portal.Options.Name, ["displayname"] = portal.Options.Name, ["shortname"] = portal.Options.ShortName, ["categoryid"] = 0, ["categoryname"] = "", ["summary"] = "", ["visible"] = 1 });
        }

        return new JsonObject { ["courses"] = items, ["warnings"] = new JsonArray() };
    }

    private static string Path(MoodlePortal portal, InventedCategory category) =>
        (portal.Category(category.Parent) is { } parent ? Path(portal, parent) : "") + $"/{category.Id}";
}
