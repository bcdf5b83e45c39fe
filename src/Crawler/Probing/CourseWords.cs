using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>Tells by words in an address or a link whether courses are likely behind it. Pure.</summary>
internal static partial class CourseWords
{
    /// <summary>Whether a path names courses, in English, or in Ukrainian by either alphabet.</summary>
    public static bool InPath(string path) => Word().IsMatch(Uri.UnescapeDataString(path)) && !Aside().IsMatch(path);

    /// <summary>Whether the text of a link leads to courses.</summary>
    public static bool InText(string text) => text.Length < 60 && Word().IsMatch(text);

    /// <summary>Whether a path names a file that is no page for people.</summary>
    public static bool IsFile(string path) => FileEnd().IsMatch(path);

    [GeneratedRegex(@"\.(?:ics|xml|json|csv|rss|atom|pdf|docx?|xlsx?|zip|jpe?g|png|svg|mp4)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileEnd();

    [GeneratedRegex(@"course|kurs|курс|webinar|vebinar|вебінар|tr[ae]ining|тренінг|navchann|навчанн|\bmooc|lesson|zanyat|занят", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Lists, people and files beside the courses.
    [GeneratedRegex(@"/(?:tag|author|category|wp-content|wp-json|feed|search|login|user|assets|static|api)(?:/|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
