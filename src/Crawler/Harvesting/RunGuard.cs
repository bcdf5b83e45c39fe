using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>What the guard knows of a run when it ends. Earlier yields are the counts of found courses of the last complete promoted runs, newest first.</summary>
public sealed record RunOutcome
{
    public required RunKind Kind { get; init; }
    public required HarvestEnd End { get; init; }
    public required int Found { get; init; }
    public required int Refused { get; init; }

    /// <summary>Found courses that have a summary.</summary>
    public int WithSummary { get; init; }

    /// <summary>The portal's own total, where it tells one.</summary>
    public int? Expected { get; init; }
    public required IReadOnlyList<HarvestReport> Earlier { get; init; }
    public bool Trusted { get; init; }
}

/// <summary>
/// Judges a run as a whole before it touches a course. A login page, a changed layout or half a list never overwrites good courses:
/// an implausible run is held until an operator accepts or discards it.
/// </summary>
public static class RunGuard
{
    /// <summary>A complete run below this share of the usual yield is held.</summary>
    public const double LeastShareOfUsual = 0.7;

    /// <summary>More refused than this share of all listings: the layout has changed.</summary>
    public const double MostRefused = 0.3;

    /// <summary>The sentence that says why a run is held; null where it is plausible.</summary>
    public static string? Judge(RunOutcome run)
    {
        if (run.Kind == RunKind.Import)
        {
            return null;
        }

        var usual = UsualYield(run.Earlier);
        if (run.Found == 0)
        {
            return "The run found no course at all. Look at the portal with «check»; accept only if it is really empty.";
        }

        if (run.Refused > MostRefused * (run.Found + run.Refused))
        {
            return $"{run.Refused} of {run.Found + run.Refused} listings were refused. The portal's pages have probably changed; look with «check».";
        }

        if (run.End == HarvestEnd.Complete && usual is { } courses && run.Found < LeastShareOfUsual * courses)
        {
            return $"{run.Found} courses, where {courses} are usual. Accept if so many are really gone.";
        }

        if (run.Expected is { } expected && run.Found + run.Refused < LeastShareOfUsual * expected)
        {
            return $"{run.Found} courses, where the portal itself says {expected}. Look at the portal with «check».";
        }

        if (run.Found >= 10 && run.WithSummary == 0 && run.Earlier.Count > 0)
        {
            return "Not one course has a summary. The portal's pages have probably changed; look with «check».";
        }

        return run.Kind == RunKind.Harvest && run.Earlier.Count == 0 && !run.Trusted
            ? "This is the first run of the source. Look at what it found and accept it, or set «trusted: true» in its file."
            : null;
    }

    /// <summary>The median yield of the last five complete promoted runs; null where there was none.</summary>
    private static int? UsualYield(IReadOnlyList<HarvestReport> earlier)
    {
        int[] yields = [.. earlier.Where(IsComplete).Take(5).Select(report => report.Found).Order()];
        return yields.Length == 0 ? null : yields[yields.Length / 2];
    }

    private static bool IsComplete(HarvestReport report) =>
        report is { State: RunState.Promoted, End: HarvestEnd.Complete };
}
