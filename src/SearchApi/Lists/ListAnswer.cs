using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>A list as it stands today.</summary>
internal sealed record ListAnswer
{
    /// <summary>Its number on this server; absent for a list that lives in an address.</summary>
    public string? Id { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Page { get; init; }
    public DateTimeOffset? ChangedAt { get; init; }
    public required IReadOnlyList<ListItem> Courses { get; init; }
}

/// <summary>A course of a list: how it fares, and what could stand in its place where it has died.</summary>
internal sealed record ListItem(string Id, string Note, CourseFate Fate)
{
    /// <summary>What the list remembers of a course that the catalogue no longer has.</summary>
    public string? Title { get; init; }
    public CourseItem? Course { get; init; }
    public IReadOnlyList<CourseItem>? Instead { get; init; }
}

/// <summary>A list that has just been kept. The key is shown this once: whoever has it changes the list.</summary>
internal sealed record ListMade(string Id, string Key, string Page, string EditPage);
