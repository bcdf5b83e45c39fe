using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>An invented Moodle portal as an anonymous visitor and the holder of a web service token get it, in the markup of one release.</summary>
public sealed class MoodlePortal : Portal
{
    private MoodlePortal(IEnumerable<InventedCourse> courses, MoodleOptions options)
        : base(options)
    {
        Options = options;
        Courses = new(courses, course => course.Id);
        var categories = options.Categories.Count > 0 ? options.Categories : [new(1, "Різне")];
        Categories = new(categories, category => $"{category.Id}");
    }

    public Shelf<InventedCourse> Courses { get; }

    public Shelf<InventedCategory> Categories { get; }

    internal MoodleOptions Options { get; }

    /// <summary>Courses that visitors may see, the newest first as in Moodle's own order.</summary>
    internal IEnumerable<InventedCourse> Visible => Courses.All.Where(course => !course.Hidden).Reverse();

    public static async Task<MoodlePortal> StartAsync(IEnumerable<InventedCourse> courses, MoodleOptions? options = null)
    {
        var portal = new MoodlePortal(courses, options ?? new());
        await portal.ListenAsync();
        return portal;
    }

    internal IEnumerable<InventedCourse> In(int category) => Visible.Where(course => course.Category == category);

    internal IEnumerable<InventedCategory> Under(int parent) => Categories.All.Where(category => category.Parent == parent && !category.Hidden);

    internal InventedCategory? Category(int id) => Categories.All.FirstOrDefault(category => category.Id == id && !category.Hidden);

    internal InventedCourse? Course(string? id) => Visible.FirstOrDefault(course => course.Id == id);

    internal override bool IsList(PortalRequest request) =>
        request.Path is "/" or "/index.php" or "/webservice/rest/server.php"
        || (request.Path.StartsWith("/course/", StringComparison.Ordinal) && request.Path != "/course/view.php");

    internal override PortalAnswer LoginPage() => LoginPages.Login(this);

    internal override PortalAnswer Answer(PortalRequest request)
    {
        var path = request.Path;
        if (Options.ForceLogin && IsList(request) && path != "/webservice/rest/server.php")
        {
            return path == "/course/category.ajax.php" ? LoginPages.AjaxRefusal(this) : LoginPages.Redirect(this);
        }

        return path switch
        {
            "/" or "/index.php" => CategoryPages.Front(this),
            "/course/" or "/course/index.php" or "/course/category.php" => CategoryPages.Answer(this, request),
            "/course/category.ajax.php" => CategoryTree.Ajax(this, request),
            "/course/info.php" => CoursePages.Info(this, request.Parameter("id")),
            "/course/search.php" => CoursePages.Search(this, request),
            "/course/view.php" or "/enrol/index.php" => CoursePages.View(this, request.Parameter("id")),
            "/login/index.php" => LoginPages.Login(this),
            "/webservice/rest/server.php" => WebServices.Answer(this, request),
            "/lib/ajax/service-nologin.php" => PublicConfig.Answer(this, request),
            _ => MoodlePage.Missing(this),
        };
    }
}
