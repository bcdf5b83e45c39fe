using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Courses;

/// <summary>What the catalogue knows of a course's address. Checks that change nothing make no revision, so the index does not know their dates. Null: not looked at yet.</summary>
public delegate Task<LinkHistory?> LinkLookup(string courseId, CancellationToken ct);
