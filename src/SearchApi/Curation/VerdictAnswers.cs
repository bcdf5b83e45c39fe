using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>Verdicts in the order in which they were said; <paramref name="Next"/> is «after» of the next page, null at the end.</summary>
internal sealed record VerdictList(IReadOnlyList<CourseVerdict> Items, long? Next);
