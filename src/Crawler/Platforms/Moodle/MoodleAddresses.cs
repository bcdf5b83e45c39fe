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

    /// <summary>Sub-categories and the first courses of one category.</summary>
    public static string Category(long id) => string.Create(CultureInfo.InvariantCulture, $"course/index.php?categoryid={id}");

    /// <summary>The courses of one category alone. Pages count from 0; one beyond the end has status 200 and no course.</summary>
    public static string Courses(long category, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"course/index.php?categoryid={category}&browse=courses&perpage=100&page={page}");

    public static bool IsLogin(Uri address) => address.AbsolutePath.EndsWith("/login/index.php", StringComparison.OrdinalIgnoreCase);

    public static long? CategoryOf(Uri address) => Number(CategoryParameter().Match(address.Query)) is > 0 and var id ? id : null;

    public static long? CategoryOf(string? href) => Number(CategoryParameter().Match(href ?? "")) is > 0 and var id ? id : null;

    public static long? CourseOf(string? href) => Number(CourseParameter().Match(href ?? ""));

    public static int PageOf(string? query) => (int)Math.Min(Number(PageParameter().Match(query ?? "")) ?? 0, int.MaxValue - 1);

    private static long? Number(Match match) =>
        match.Success && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"[?&](?:amp;)?categoryid=(\d{1,18})(?!\d)")]
    private static partial Regex CategoryParameter();

    [GeneratedRegex(@"/course/view\.php\?(?:[^#]*&)?id=(\d{1,18})(?!\d)")]
    private static partial Regex CourseParameter();

    [GeneratedRegex(@"[?&]page=(\d{1,9})(?!\d)")]
    private static partial Regex PageParameter();
}
