using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>A learning path: gaps in the order in which to close them, with courses for each.</summary>
internal sealed record LearningPath
{
    /// <summary>The framework in whose codes the gaps are given.</summary>
    public required string Framework { get; init; }

    /// <summary>Why the gaps stand in this order, in words.</summary>
    public required string Order { get; init; }

    public required IReadOnlyList<PathStep> Gaps { get; init; }

    /// <summary>How many further gaps there are behind those that were asked for.</summary>
    public required int More { get; init; }

    /// <summary>Hours of the first course of every gap that is not left for later, each course counted once.</summary>
    public required double Hours { get; init; }

    /// <summary>How many of these courses do not say how long they take.</summary>
    public required int HoursUnknown { get; init; }

    /// <summary>Codes of what needs no course now.</summary>
    public required IReadOnlyList<string> Reached { get; init; }

    /// <summary>What has changed since the earlier result; empty where none was sent.</summary>
    public required IReadOnlyList<PathChange> Progress { get; init; }

    /// <summary>What one has to know of this answer: which of its rules are nobody's official ones.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One gap on the path. <c>now</c> is a standing, or a letter of Digigram.</summary>
internal sealed record PathStep
{
    public required string Code { get; init; }
    public required string Label { get; init; }
    public required string Now { get; init; }

    /// <summary>The level of the courses that lead on.</summary>
    public required Level Next { get; init; }
    public required string Target { get; init; }

    /// <summary>Why this is a gap, in words.</summary>
    public required string Why { get; init; }

    /// <summary>The recommended course first, the others to choose instead; at most three.</summary>
    public required IReadOnlyList<PathCourse> Courses { get; init; }

    /// <summary>Whether the recommended course does not fit into the hours any more.</summary>
    public required bool Later { get; init; }

    /// <summary>In words what is missing where there is no course; absent where there is one.</summary>
    public string? Missing { get; init; }
}

/// <summary>A suggested course and in words why it is.</summary>
internal sealed record PathCourse(CourseItem Course, double? Hours, IReadOnlyList<string> Why);

/// <summary>What somebody could do before and can do now; the steps are bands, or points of Digigram where both results have them.</summary>
internal sealed record PathChange(string Code, string Label, string Before, string Now, int Steps);
