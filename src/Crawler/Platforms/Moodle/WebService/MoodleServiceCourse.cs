using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Moodle.WebService;

/// <summary>A course as the web services tell it.</summary>
/// <param name="Box">What the public pages would show too.</param>
/// <param name="Methods">Names of the enrolment plugins that are on, for example <c>guest</c> and <c>self</c>; not whether they ask for a key.</param>
/// <param name="Visible">Null where the account may not enter the course and so is not told.</param>
internal sealed record MoodleServiceCourse(MoodleBox Box, IReadOnlySet<string> Methods, bool? Visible)
{
    /// <summary>The account gets in; without a role there that is possible only by guest access without a key.</summary>
    public bool CanEnter => Visible is not null;
    public string? Language { get; init; }
    public RawInstance? Dates { get; init; }
}

/// <summary>One way into a course. <paramref name="Type"/> is the plugin's name; <paramref name="HasDetails"/>: a function tells more of it.</summary>
internal sealed record MoodleServiceMethod(long Instance, string Type, bool HasDetails);
