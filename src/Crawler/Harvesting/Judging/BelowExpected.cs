namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Much less than the portal itself says that there is.</summary>
internal static class BelowExpected
{
    public static string? Judge(RunOutcome run) => run.Expected is { } expected && run.Listings < BelowUsual.Least * expected
        ? $"{run.Found} courses, where the portal itself says {expected}. Look at the portal with «check»; accept if it counts what it does not show."
        : null;
}
