using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Counts how many courses have which field: what a librarian misses in a source, and the first sign of a portal's new layout.</summary>
public sealed class FieldCompleteness
{
    private static readonly (string Name, Func<Course, bool> Has)[] Fields =
    [
        ("summary", course => course.Summary.Length > 0),
        ("description", course => course.Description.Length > 0),
        ("publisher", course => course.Publisher is not null),
        ("subjects", course => course.Subjects.Count > 0),
        ("level", course => course.Level is not null),
        ("price", course => course.Price != Price.Unknown),
        ("access", course => course.Access != Access.Unknown),
        ("mode", course => course.Mode != CourseMode.Unknown),
        ("credential", course => course.Credential != Credential.Unknown),
        ("tutor", course => course.Tutor != Tutor.Unknown),
        ("workload", course => course.Workload is not null || course.Duration is not null),
        ("instances", course => course.Instances.Count > 0),
        ("image", course => course.Image is not null),
    ];

    private readonly int[] having = new int[Fields.Length];
    private int courses;

    public void Add(Course course)
    {
        courses++;
        for (var i = 0; i < Fields.Length; i++)
        {
            having[i] += Fields[i].Has(course) ? 1 : 0;
        }
    }

    /// <summary>Field by field the share of the courses that have it, 0 to 1, in a fixed order; empty without a course.</summary>
    public IReadOnlyDictionary<string, double> Shares()
    {
        var shares = new OrderedDictionary<string, double>(Fields.Length);
        for (var i = 0; courses > 0 && i < Fields.Length; i++)
        {
            shares.Add(Fields[i].Name, (double)having[i] / courses);
        }

        return shares;
    }
}
