using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The front page and <c>/course/index.php</c> in all its forms.</summary>
internal static class CategoryPages
{
    public static PortalAnswer Front(MoodlePortal portal)
    {
        var title = portal.Options.Version == MoodleVersion.Moodle311 ? Markup.Escape(portal.Options.Name) : "На головну";
        return MoodlePage.Frame(portal, "page-site-index", title, Markup.Escape(portal.Options.Name), $"""
            <div id="frontpage-category-names"><h2>Категорії курсів</h2><div class="course_category_tree clearfix frontpage-category-names"><div class="content">{CategoryTree.Children(portal, 0, 1, showCourses: 5)}</div></div></div>
            <div id="frontpage-available-course-list"><h2>Доступні курси</h2><div class="courses frontpage-course-list-all">{new CourseBoxes(portal).List([.. portal.Visible])}</div></div>
            """);
    }

    public static PortalAnswer Answer(MoodlePortal portal, PortalRequest request)
    {
        var id = request.Whole("categoryid");
        if (id == 0)
        {
            return Page(portal, "Всі курси", Markup.Escape(portal.Options.Name), id, Tree(portal, request, id), "");
        }

        if (portal.Category(id) is not { } category)
        {
            return MoodlePage.Error(portal, $"Невідома категорія з ідентифікатором {id}");
        }

        var about = category.Description.Length == 0 ? "" : $"""<div class="box py-3 generalbox info"><div class="no-overflow">{category.Description}</div></div>""";
        return Page(portal, "Всі курси", Markup.Escape(category.Name), id, about + Tree(portal, request, id), CategoryPicker.Way(portal, category));
    }

    private static PortalAnswer Page(MoodlePortal portal, string title, string heading, int id, string content, string way) =>
        MoodlePage.Frame(portal, "page-course-index-category", MoodlePage.Title(portal, title), heading, CategoryPicker.Of(portal, id) + content, way);

    private static string Tree(MoodlePortal portal, PortalRequest request, int id)
    {
        var browse = request.Parameter("browse");
        var subcategories = portal.Under(id).Any();
        var courses = portal.In(id).ToList();
        var children = browse == "courses" && subcategories
            ? $"""<div class="subcategories"><div class="paging paging-morelink"><a href="{portal.Url($"/course/index.php?categoryid={id}&amp;browse=categories")}">Переглянути всі підкатегорії</a></div></div>"""
            : CategoryTree.Children(portal, id, 1);
        var boxes = courses.Count == 0 ? "" : Courses(portal, request, id, courses, pager: browse == "courses" || !subcategories);
        return $"""<div class="course_category_tree clearfix category-browse category-browse-{id}"><div class="content">{children}{boxes}</div></div>""";
    }

    private static string Courses(MoodlePortal portal, PortalRequest request, int id, List<InventedCourse> courses, bool pager)
    {
        var size = Pager.Size(request, portal.Options.CoursesPerPage);
        var page = pager ? Math.Max(0, request.Whole("page")) : 0;
        var shown = courses.Skip((int)Math.Min(int.MaxValue, (long)page * size)).Take(size).ToList();

        // The whole category counts, not what is left on this page.
        var list = new CourseBoxes(portal).List(shown, collapsed: courses.Count > portal.Options.SummariesLimit);
        var links = pager
            ? Pager.Of(portal, $"/course/index.php?categoryid={id}&amp;browse=courses&amp;perpage={size}", page, size, courses.Count)
            : "";
        var more = !pager && courses.Count > size
            ? $"""<div class="paging paging-morelink"><a class="btn btn-secondary" href="{portal.Url($"/course/index.php?categoryid={id}&amp;browse=courses&amp;page=1")}">Показати ще</a></div>"""
            : "";
        return $"""<div class="courses category-browse category-browse-{id}">{links}{list}{links}{more}</div>""";
    }
}
