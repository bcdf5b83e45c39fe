using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.OpenEdx;

/// <summary>The answers of <c>/api/courses/v1/courses/</c>, with a pagination whose count shrinks as the portal finds out what a visitor may see.</summary>
internal static class CourseListApi
{
    private const int DefaultSize = 10;
    private const int LargestSize = 100;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PortalAnswer Answer(OpenEdxPortal portal, PortalRequest request, int overcount)
    {
        var courses = portal.Courses.All.Where(course => Matches(course, request)).ToList();
        var size = request.Whole("page_size", DefaultSize);
        size = size < 1 ? DefaultSize : Math.Min(size, LargestSize);
        var page = request.Whole("page", 1);
        var first = (long)(page - 1) * size;
        if (page < 1 || (first >= courses.Count && page > 1))
        {
            return PortalAnswer.Json("{\"detail\": \"Неправильна сторінка.\"}", 404);
        }

        // The end is only known once a page reached beyond it: a full last page still announces a next one, which is then 404.
        var reachedEnd = first + size > courses.Count;
        var count = courses.Count + (reachedEnd ? 0 : overcount);
        var pages = Math.Max(1, (count + size - 1) / size);
        var answer = new JsonObject
        {
            ["results"] = new JsonArray([.. courses.Skip((int)first).Take(size).Select(course => CourseItem.Of(portal, course))]),
            ["pagination"] = new JsonObject
            {
                ["next"] = page < pages ? portal.Url(Target(request, page + 1, size)) : null,
                ["previous"] = page > 1 ? portal.Url(Target(request, page - 1, size)) : null,
                ["count"] = count,
                ["num_pages"] = pages,
            },
        };
        return PortalAnswer.Json(answer.ToJsonString(Readable)) with { ContentType = "application/json" };
    }

    public static PortalAnswer Detail(OpenEdxPortal portal, InventedCourse course)
    {
        var item = CourseItem.Of(portal, course);
        item["overview"] = course.Overview ?? "";
        return PortalAnswer.Json(item.ToJsonString(Readable)) with { ContentType = "application/json" };
    }

    private static bool Matches(InventedCourse course, PortalRequest request) =>
        (request.Parameter("org") is not { Length: > 0 } org || CourseItem.Parts(course.Id).Org.Equals(org, StringComparison.OrdinalIgnoreCase))
        && (request.Parameter("search_term") is not { Length: > 0 } term || course.Name.Contains(term, StringComparison.OrdinalIgnoreCase));

    private static string Target(PortalRequest request, int page, int size)
    {
        var others = request.Query.Where(pair => pair.Key is "org" or "search_term")
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}&");
        return $"{OpenEdxPortal.ListPath}?{string.Concat(others)}page={page}&page_size={size}";
    }
}
