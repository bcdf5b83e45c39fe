using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>A normalised course, or the reason why there is none; exactly one of the two.</summary>
public readonly record struct Normalised(Course? Course, Refusal? Refusal);
