using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Reading stopped on a failure after some pages: what was read may be good, but it is not the list.</summary>
internal static class EndedEarly
{
    public static string? Judge(RunOutcome run) => run.End == HarvestEnd.Failed
        ? $"Reading ended early, after {run.Found} courses{(Median.Of(run.Usual.Select(usual => usual.Found)) is { } usual ? $" where {usual} are usual" : "")}: {run.Failure} Harvest again; accepting takes what was read and marks nothing missing."
        : null;
}
