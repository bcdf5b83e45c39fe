using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>A complete list of usual length that leaves out many of the active courses: the portal has given its courses other identifiers, or shows another part of itself.</summary>
internal static class ManyUnlisted
{
    /// <summary>More than this share of the active courses, of which there must be enough.</summary>
    public const double Most = 0.3;
    public const int FewestActive = 10;

    public static string? Judge(RunOutcome run) =>
        run.End == HarvestEnd.Complete && run.Found > 0 && run.Active >= FewestActive && run.Unlisted > Most * run.Active && BelowUsual.Judge(run) is null
            ? $"{run.Unlisted} of {run.Active} active courses are not listed, where a few are usual, though {run.Found} courses were found. The portal has perhaps given its courses other identifiers or addresses; look with «check», and accept if the old ones are really gone: they become missing."
            : null;
}
