using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>The addresses of a Moodle site that anybody may open, and what can be read off an address.</summary>
internal static partial class MoodleAddresses
{
    /// <summary>The course that every Moodle keeps for its front page.</summary>
    public const long SiteCourse = 1;

    public static string Course(long id) => string.Create(CultureInfo.InvariantCulture, $"course/view.php?id={id}");

    /// <summary>Shows a visible course to anybody, 404 where it is hidden or gone; <see cref="Course"/> asks everybody to log in.</summary>
    public static string Information(long id) => string.Create(CultureInfo.InvariantCulture, $"course/info.php?id={id}");

    public const string Categories = "course/index.php";

    /// <summary>The front page itself, also where the portal sends its visitors on to a page of their own.</summary>
    public const string FrontPage = "?redirect=0";

    /// <summary>Sub-categories and the first courses of one category.</summary>
    public static string Category(long id) => string.Create(CultureInfo.InvariantCulture, $"course/index.php?categoryid={id}");

    /// <summary>The courses of one category alone. Pages count from 0; one beyond the end has status 200 and no course.</summary>
    public static string Courses(long category, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"course/index.php?categoryid={category}&browse=courses&perpage=100&page={page}");

    public static bool IsLogin(Uri address) => address.AbsolutePath.EndsWith("/login/index.php", StringComparison.OrdinalIgnoreCase);

    public static long? CategoryOf(Uri address) => Number(CategoryParameter().Match(address.Query)) is > 0 and var id ? id : null;

    public static long? CategoryOf(string? href) => Number(CategoryParameter().Match(href ?? "")) is > 0 and var id ? id : null;

    /// <summary>The course that a link on <paramref name="page"/> leads to: to itself, its information or its enrolment, written in full or relative.</summary>
    public static long? CourseOf(string? href, Uri page) =>
        href is not null && Uri.TryCreate(page, href, out var link) && link.Scheme is "http" or "https"
            ? Number(CourseParameter().Match(link.PathAndQuery))
            : null;

    /// <summary>A number that stands in an attribute.</summary>
    public static long? CourseNumber(string? number) => Number(BareNumber().Match(number ?? ""));

    public static int PageOf(string? query) => (int)Math.Min(Number(PageParameter().Match(query ?? "")) ?? 0, int.MaxValue - 1);

    private static long? Number(Match match) =>
        match.Success && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"[?&](?:amp;)?categoryid=(\d{1,18})(?!\d)")]
    private static partial Regex CategoryParameter();

    [GeneratedRegex(@"/(?:course/(?:view|info)|enrol/index)\.php\?(?:[^#]*&)?id=(\d{1,18})(?!\d)")]
    private static partial Regex CourseParameter();

    [GeneratedRegex(@"^(\d{1,18})$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"[?&]page=(\d{1,9})(?!\d)")]
    private static partial Regex PageParameter();
}
