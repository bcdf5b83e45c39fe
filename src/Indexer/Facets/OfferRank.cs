using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// Which of a course's offers stands for it: one that is there (not missing, its link not gone), then the one that lets people in and costs
/// nothing, then the richest record. Equal ones are decided by who is known longer, then by id.
/// </summary>
internal static class OfferRank
{
    private const int Richest = 9_999;

    /// <summary>Higher goes first.</summary>
    public static int Of(CatalogCourse entry)
    {
        var course = entry.Course;
        var there = entry.State == CourseState.Active && entry.Link != LinkHealth.Gone ? 1 : 0;
        var entering = course.Access switch { Access.Open => 4, Access.Guest => 3, Access.Self => 2, Access.Unknown => 1, _ => 0 };
        var cost = course.Price switch { Price.Free => 3, Price.FreeToStudy => 2, Price.Unknown => 1, _ => 0 };
        return (((((there * 10) + cost) * 10) + entering) * (Richest + 1)) + Math.Min(Richest, Richness(course));
    }

    /// <summary>What went into a rank: whether the course is there (0 or 1), what it costs (0 to 3, free), how people get in (0 to 4, open), and how rich the record is.</summary>
    public static (int There, int Cost, int Entering, int Richness) Read(int rank) =>
        (rank / (100 * (Richest + 1)), rank / (10 * (Richest + 1)) % 10, rank / (Richest + 1) % 10, rank % (Richest + 1));

    private static int Richness(Course course) => course.Summary.Length + course.Description.Length
        + (200 * (course.Keywords.Count + course.Instances.Count))
        + new[] { course.Publisher, course.Workload, course.Duration, course.Image, course.Licence }.Count(value => value is not null) * 200;
}
