namespace DcCourseIndex.Catalog.Ledger;

/// <summary>When a course that complete runs no longer list is retired: after both have passed.</summary>
public sealed record LedgerOptions
{
    /// <summary>Complete runs without the course, one after another and at least 20 hours apart. Default 3.</summary>
    public int RetireAfterRuns { get; init; } = 3;

    /// <summary>Days between the first and the last of them; what lies between two runs fills at most half. Default 7.</summary>
    public int RetireAfterDays { get; init; } = 7;
}
