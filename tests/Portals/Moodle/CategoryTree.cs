using System.Text.Encodings.Web;
using System.Text.Json;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The tree of categories: its first level stands in pages, deeper ones are asked for by <c>category.ajax.php</c>.</summary>
internal static class CategoryTree
{
    private const int ShowCollapsed = 15;
    private static readonly JsonSerializerOptions Php = new() { Encoder = JavaScriptEncoder.Default };

    public static string Children(MoodlePortal portal, int parent, int depth, int showCourses = ShowCollapsed) =>
        portal.Under(parent).Any()
            ? $"""<div class="subcategories">{string.Concat(portal.Under(parent).Select(category => Node(portal, category, depth, showCourses)))}</div>"""
            : "";

    /// <summary>A JSON string that holds HTML, whatever asks: the contents of a course box (type 1) or of a category (type 0).</summary>
    public static PortalAnswer Ajax(MoodlePortal portal, PortalRequest request)
    {
        var html = request.Whole("type") == 1
            ? portal.Course(request.Parameter("courseid")) is { } course ? new BoxContents(portal).Of(course, false) : null
            : portal.Category(request.Whole("categoryid")) is { } category ? Contents(portal, category, request.Whole("depth", 1)) : null;
        return html is null
            ? PortalAnswer.Json("""{"error":"Не вдається знайти запис даних у таблиці бази даних","errorcode":"invalidrecord","stacktrace":null,"debuginfo":null,"reproductionlink":null}""")
            : PortalAnswer.Json(JsonSerializer.Serialize(html, Php)) with { ContentType = "application/json; charset=utf-8" };
    }

    private static string Contents(MoodlePortal portal, InventedCategory category, int depth)
    {
        var courses = portal.In(category.Id).ToList();
        var boxes = courses.Count == 0 ? "" : $"""<div class="courses">{new CourseBoxes(portal).List(courses, collapsed: true)}</div>""";
        return Children(portal, category.Id, depth + 1) + boxes;
    }

    private static string Node(MoodlePortal portal, InventedCategory category, int depth, int showCourses)
    {
        var children = portal.Under(category.Id).Any() || portal.In(category.Id).Any();
        var count = portal.In(category.Id).Count();
        var number = count == 0 ? "" : $"""<span title="Кількість курсів" class="numberofcourse"> ({count})</span>""";
        var heading = depth == 1 ? "h3" : "h4";
        return $"""<div class="category notloaded{(children ? " with_children collapsed" : "")}" data-categoryid="{category.Id}" data-depth="{depth}" data-showcourses="{showCourses}" data-type="0"><div class="info"><{heading} class="categoryname aabtn"><a href="{portal.Url($"/course/index.php?categoryid={category.Id}")}">{Markup.Escape(category.Name)}</a>{number}</{heading}></div><div class="content"></div></div>""";
    }
}
