using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Dated runs of a course; a run without any date that can be read is none.</summary>
internal static class Instances
{
    private const int Most = 100;

    public static IReadOnlyList<CourseInstance> Of(IReadOnlyList<RawInstance>? instances) =>
    [
        .. (instances ?? [])
            .Select(raw => new CourseInstance(Dates.Of(raw.Start), Dates.Of(raw.End), Dates.Of(raw.EnrolmentStart), Dates.Of(raw.EnrolmentEnd)))
            .Where(instance => instance != new CourseInstance())
            .Distinct()
            .OrderBy(instance => instance.Start ?? instance.EnrolmentStart ?? DateTimeOffset.MaxValue)
            .Take(Most),
    ];
}
