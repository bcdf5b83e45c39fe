using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.OpenEdx;

/// <summary>An invented Open edX portal: the course list API, course details and about pages, as an anonymous visitor gets them.</summary>
public sealed class OpenEdxPortal : Portal
{
    internal const string ListPath = "/api/courses/v1/courses/";
    private readonly OpenEdxOptions options;

    private OpenEdxPortal(IEnumerable<InventedCourse> courses, OpenEdxOptions options)
        : base(options)
    {
        this.options = options;
        Courses = new(courses, course => course.Id);
    }

    public Shelf<InventedCourse> Courses { get; }

    public static async Task<OpenEdxPortal> StartAsync(IEnumerable<InventedCourse> courses, OpenEdxOptions? options = null)
    {
        var portal = new OpenEdxPortal(courses, options ?? new());
        await portal.ListenAsync();
        return portal;
    }

    internal override bool IsList(PortalRequest request) => request.Path.StartsWith(ListPath.TrimEnd('/'), StringComparison.Ordinal);

    internal override PortalAnswer LoginPage() => AboutPages.Frame(options.Name, "Увійти", "<form id=\"login-form\" method=\"post\"><input name=\"email\"><input name=\"password\" type=\"password\"></form>");

    internal override PortalAnswer Answer(PortalRequest request)
    {
        var path = request.Path.EndsWith('/') ? request.Path : request.Path + "/";
        if (path == "/")
        {
            return AboutPages.Frame(options.Name, "Головна", "<p>Усі курси цієї платформи вигадані.</p>");
        }

        if (path == ListPath)
        {
            return CourseListApi.Answer(this, request, options.Overcount);
        }

        if (path.StartsWith(ListPath, StringComparison.Ordinal))
        {
            return Find(path[ListPath.Length..^1]) is { } course
                ? CourseListApi.Detail(this, course)
                : PortalAnswer.Json("{\"developer_message\": \"Course not found.\"}", 404);
        }

        if (path.StartsWith("/courses/", StringComparison.Ordinal) && path.EndsWith("/about/", StringComparison.Ordinal))
        {
            return Find(path["/courses/".Length..^"/about/".Length]) is { } course
                ? AboutPages.Course(options.Name, course)
                : AboutPages.Missing(options.Name);
        }

        return AboutPages.Missing(options.Name);
    }

    private InventedCourse? Find(string id) => Courses.All.FirstOrDefault(course => course.Id == id);
}
