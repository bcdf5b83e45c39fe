using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>How the course's link stands.</summary>
internal static partial class CourseWords
{
    /// <summary>A sentence with the dates where they are known; null where nothing was ever found out.</summary>
    public static string? Link(PageTexts texts, CourseItem course) => (course.Link, course.LinkChecked) switch
    {
        (LinkHealth.Gone, { } at) => texts.Fill("course.linkGone", texts.Date(at), texts.Date(course.LinkSince ?? at)),
        (var link, { } at) => texts.Fill($"course.link{Capital(Wire.Name(link))}", texts.Date(at)),
        (LinkHealth.Gone or LinkHealth.Moved or LinkHealth.Blocked, null) => texts[$"hit.{Wire.Name(course.Link)}"],
        _ => null,
    };

    /// <summary>When a course that is still offered was last seen, and whether its link answers; null for one that is not, which a warning says.</summary>
    public static string? Seen(PageTexts texts, CourseItem course) => course.State != CourseState.Active ? null
        : course.Link == LinkHealth.Ok ? texts.Fill("hit.seenWorks", texts.Date(course.LastSeen))
        : texts.Fill("hit.seen", texts.Date(course.LastSeen));

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
