using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The public page of one course, the search, and the way into a course, which ends at the login.</summary>
internal static class CoursePages
{
    public static PortalAnswer Info(MoodlePortal portal, string? id)
    {
        if (portal.Course(id) is not { } course)
        {
            return MoodlePage.Error(portal, "Не вдається знайти запис даних у таблиці бази даних course.");
        }

        var name = Names.Shown(course.Name, portal.Options.MultilangFilter);
        var title = portal.Options.Version == MoodleVersion.Moodle311 ? $"Резюме {name}" : $"Інформація про курс | {name}";
        return MoodlePage.Frame(portal, "page-course-info", title, name, $"""<div class="box py-3 generalbox info">{new CourseBoxes(portal).Box(course)}<br /></div>""");
    }

    /// <summary>Hidden and visible courses answer alike; only a missing one gives 404.</summary>
    public static PortalAnswer View(MoodlePortal portal, string? id) =>
        portal.Courses.All.Any(course => course.Id == id) ? LoginPages.Redirect(portal) : MoodlePage.Error(portal, "Не вдається знайти запис даних у таблиці бази даних course.");

    public static PortalAnswer Search(MoodlePortal portal, PortalRequest request)
    {
        var text = (request.Parameter("search") ?? request.Parameter("q") ?? "").Trim();
        var terms = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = terms.Length == 0 ? [] : portal.Visible.Where(course => terms.All(term => Holds(course, term))).ToList();
        var content = terms.Length == 0 ? "" : found.Count == 0
            ? $"<h2>Курсів зі словами '{Markup.Escape(text)}' не було знайдено</h2>"
            : $"""<h2>Результати пошуку: {found.Count}</h2><div class="courses course-search-result course-search-result-search">{Results(portal, request, text, terms, found)}</div>""";
        return MoodlePage.Frame(portal, "page-course-search", MoodlePage.Title(portal, "Результати пошуку"), "Пошук курсів", Form(portal, text) + content);
    }

    private static string Results(MoodlePortal portal, PortalRequest request, string text, string[] terms, List<InventedCourse> found)
    {
        var size = Pager.Size(request, portal.Options.CoursesPerPage);
        var page = Math.Max(0, request.Whole("page"));
        var shown = found.Skip((int)Math.Min(int.MaxValue, (long)page * size)).Take(size).ToList();
        var pager = Pager.Of(portal, $"/course/search.php?q={Uri.EscapeDataString(text)}&amp;areaids=core_course-course&amp;perpage={size}", page, size, found.Count);
        return pager + new CourseBoxes(portal).List(shown, withCategory: true, highlighted: terms) + pager;
    }

    private static string Form(MoodlePortal portal, string text) => $"""
        <form autocomplete="off" action="{portal.Url("/course/search.php")}" method="get" class="mform simplesearchform"><input type="hidden" name="areaids" value="core_course-course"><input type="text" name="q" aria-label="Пошук курсів" value="{Markup.Escape(text)}"></form>
        """;

    // A LIKE over what is stored: one spelling of the apostrophe does not find another.
    private static bool Holds(InventedCourse course, string term) =>
        new[] { course.Name, course.ShortName, course.Summary }.Any(field => field?.Contains(term, StringComparison.OrdinalIgnoreCase) == true);
}
