using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>What must be known of one course.</summary>
internal sealed record ExpectedCourse(CourseState State, string Title, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, DateTimeOffset? Since = null, int Runs = 0)
{
    /// <summary>The night of the last run that counted its absence, and the days between those nights.</summary>
    public DateTimeOffset? Counted { get; init; }
    public int Days { get; init; }
}

/// <summary>The rules of a course's life as a page of plain sentences, written without looking at the code that must keep them.</summary>
internal sealed class ThirtyNightsModel
{
    private readonly Dictionary<string, ExpectedCourse> courses = [];

    public IReadOnlyDictionary<string, ExpectedCourse> Courses => courses;

    /// <summary>A complete list that was believed. A list that was not changes nothing, so there is no other rule.</summary>
    public void Believe(IReadOnlyDictionary<string, string> listed, DateTimeOffset night)
    {
        // A course that is listed is active, whatever it was, since it was first seen.
        foreach (var (id, title) in listed)
        {
            courses[id] = new ExpectedCourse(CourseState.Active, title, courses.GetValueOrDefault(id)?.FirstSeen ?? night, night);
        }

        foreach (var id in courses.Keys.Except(listed.Keys).ToList())
        {
            courses[id] = Absent(courses[id], night);
        }
    }

    private static ExpectedCourse Absent(ExpectedCourse course, DateTimeOffset night)
    {
        // One that is not listed is missing from that night on.
        if (course.State == CourseState.Active)
        {
            return course with { State = CourseState.Missing, Since = night, Runs = 1, Counted = night };
        }

        if (course.State == CourseState.Retired)
        {
            return course;
        }

        // Every further night counts; what lies between two counts as four days at most.
        var still = course with { Runs = course.Runs + 1, Days = course.Days + Math.Min(4, (night - course.Counted!.Value).Days), Counted = night };

        // After three nights and seven days it is retired.
        return still is { Runs: >= 3, Days: >= 7 } ? still with { State = CourseState.Retired } : still;
    }
}
