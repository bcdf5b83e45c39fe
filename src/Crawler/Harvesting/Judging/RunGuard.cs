using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>
/// Judges a run as a whole before it touches a course. A login page, a changed layout or half a list never overwrites good courses:
/// an implausible run is held until an operator accepts or discards it. Each rule knows for which runs it makes sense.
/// </summary>
public static class RunGuard
{
    private static readonly IReadOnlyList<Func<RunOutcome, string?>> Rules =
    [
        EndedEarly.Judge,
        NothingFound.Judge,
        TooManyRefused.Judge,
        BelowUsual.Judge,
        ManyUnlisted.Judge,
        BelowExpected.Judge,
        FieldsFell.Judge,
        AllAlike.Judge,
        ManyRetitled.Judge,
        ManyDeleted.Judge,
    ];

    /// <summary>The sentences that say why a run is held: what was seen, what is usual, what to do. Null where it is plausible.</summary>
    public static string? Judge(RunOutcome run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Kind == RunKind.Import)
        {
            // Whoever imports has chosen the file; only the word «complete» can do harm.
            return BelowUsual.Judge(run) ?? ManyUnlisted.Judge(run);
        }

        var doubts = Rules.Select(rule => rule(run)).OfType<string>().ToList();
        return doubts.Count > 0 ? string.Join(" ", doubts) : FirstRun.Judge(run);
    }
}
