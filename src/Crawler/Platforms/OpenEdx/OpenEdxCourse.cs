using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>A course with all its runs. Its identity is that of no run, so that it stays the same course when a new run opens.</summary>
internal sealed record OpenEdxCourse(string Id, IReadOnlyList<OpenEdxRun> Runs)
{
    /// <summary>The run with the latest date of its own; texts and address are its. Equal or absent dates are decided by the key.</summary>
    public OpenEdxRun Newest => Runs
        .OrderByDescending(run => run.Start ?? DateTimeOffset.MinValue)
        .ThenByDescending(run => run.Key, StringComparer.Ordinal)
        .First();

    /// <summary>Joins runs of the same organisation and number, in the order of the list.</summary>
    public static IReadOnlyList<OpenEdxCourse> Join(IEnumerable<OpenEdxRun> runs) =>
        [.. runs.DistinctBy(run => run.Key).GroupBy(run => run.Course, StringComparer.Ordinal).Select(course => new OpenEdxCourse(course.Key, [.. course]))];

    public RawListing Listing(SourceDefinition source, string? overview)
    {
        var run = Newest;
        var instances = Runs
            .Where(one => one.Dates is not null)
            .OrderBy(one => one.Start ?? DateTimeOffset.MinValue)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => one.Dates!)
            .ToList();
        return new RawListing
        {
            Id = Id,
            Title = run.Name,
            Url = source.At($"courses/{InPath(run.Key)}/about").AbsoluteUri,
            Summary = run.ShortDescription,
            Description = overview,
            Publisher = run.Organisation,
            Access = Wire.Name(run.InvitationOnly ? Access.Invitation : Access.Self),
            Mode = run.Pacing switch
            {
                "self" => Wire.Name(CourseMode.SelfPaced),
                "instructor" => Wire.Name(CourseMode.Scheduled),
                _ => null,
            },
            Workload = run.Effort,
            Instances = instances.Count > 0 ? instances : null,
            Image = run.Image,
        };
    }

    /// <summary>A course key as one part of an address; the slashes of old keys stay, as the platform's own links have them.</summary>
    public static string InPath(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
}
