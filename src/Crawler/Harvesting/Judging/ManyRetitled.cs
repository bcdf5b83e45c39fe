using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Most known courses have another title at once: a redesign, another language, a login page.</summary>
internal static class ManyRetitled
{
    /// <summary>More than this share of the known courses, of which there must be enough.</summary>
    public const double Most = 0.5;
    public const int FewestKnown = 20;

    public static string? Judge(RunOutcome run) =>
        run.End != HarvestEnd.Partial && run.Known >= FewestKnown && run.Retitled > Most * run.Known
            ? $"{run.Retitled} of {run.Known} known courses have another title at once, where a few are usual. Look whether the portal was redesigned or answers in another language; accept if the new titles are right."
            : null;
}
