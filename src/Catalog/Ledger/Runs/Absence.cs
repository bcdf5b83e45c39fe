namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// What one complete run without a course counts towards retiring it. Time is taken only from the runs' own ends, so that neither
/// a silence nor a jump of the clock retires anything: the runs must lie a day apart, and no single gap fills more than half of the days.
/// </summary>
internal static class Absence
{
    /// <summary>Nightly runs start a little earlier or later; two runs of one afternoon lie far below this.</summary>
    private static readonly TimeSpan LeastGap = TimeSpan.FromHours(20);

    /// <summary>Days that the gap between two complete runs adds; null where the later run does not count, because it came too soon or its clock went back.</summary>
    public static int? Days(DateTimeOffset counted, DateTimeOffset seen, int retireAfterDays)
    {
        var gap = seen - counted;
        return gap < LeastGap ? null : Math.Clamp((int)Math.Round(Math.Min(gap.TotalDays, 10_000)), 1, Math.Max(1, (retireAfterDays + 1) / 2));
    }
}
