namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Courses that somebody has put together for others, in an order and with notes; all texts are plain.</summary>
public sealed record ChosenCourses(string Name, string About, IReadOnlyList<ChosenCourse> Courses)
{
    public static readonly ChosenCourses Empty = new("", "", []);
}

/// <summary>One course of a list. Title and competence (DigComp 2.2) are those of the day it was put in, for the time when its portal drops it; null where nobody kept them.</summary>
public sealed record ChosenCourse(string Id)
{
    public string Note { get; init; } = "";
    public string? Title { get; init; }
    public string? Primary { get; init; }
}

/// <summary>A list as the server keeps it.</summary>
public sealed record KeptCourseList(string Id, ChosenCourses List, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset UsedAt);

/// <summary>The number of a new list and the secret that changes it, which nobody can look up again.</summary>
public sealed record NewCourseList(string Id, string Secret);

/// <summary>How a change of a list ended.</summary>
public enum ListChange { Done, NoSuchList, WrongSecret }
