using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>A complete list that is much shorter than usual: half a list, or a portal that has really shrunk; only a person can tell.</summary>
internal static class BelowUsual
{
    /// <summary>Less than this share of the usual yield.</summary>
    public const double Least = 0.7;

    public static string? Judge(RunOutcome run) =>
        run.End == HarvestEnd.Complete && Median.Of(run.Usual.Select(usual => usual.Found)) is { } usual && run.Found < Least * usual
            ? $"{run.Found} courses, where {usual} are usual. Accept if so many are really gone: those that are not listed become missing, and {run.Found} become usual. Otherwise discard."
            : null;
}
