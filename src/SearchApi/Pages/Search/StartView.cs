using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>What the start page shows around the newest courses.</summary>
internal sealed record StartView
{
    public required IReadOnlyList<StartArea> Areas { get; init; }

    /// <summary>Portals that were once gathered in full, the latest first.</summary>
    public required IReadOnlyList<StartSource> Sources { get; init; }
}

/// <summary>An area with what it is about in plain words (null where nobody wrote any), the number of its courses and one of them.</summary>
internal sealed record StartArea(string Code, string Label, string? Words, int Count, CourseItem? Example);

/// <summary>A portal, the number of its courses and when all of them were last seen.</summary>
internal sealed record StartSource(string Name, string Title, int Courses, DateTimeOffset Seen);
