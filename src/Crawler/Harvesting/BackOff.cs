using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>How long scheduled runs leave a source alone whose runs fail: longer each time, until one run does well. Pure.</summary>
public static class BackOff
{
    /// <summary>The rest after the first, second, … failed run in a row; the last stays.</summary>
    public static readonly IReadOnlyList<TimeSpan> Ladder =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    /// <summary>
    /// The rest after a run: the portal's own wish, or the next step of the ladder after reading failed, also where what had been read is held.
    /// A promoted run ends it (null); one that is held for other reasons or goes on another time leaves what was <paramref name="before"/>.
    /// </summary>
    public static SourceRest? After(HarvestReport report, PageFailure? askedToWait, SourceRest? before, DateTimeOffset now)
    {
        var failures = before?.Failures ?? 0;
        var failed = report.State == RunState.Failed || report is { State: RunState.Held, End: HarvestEnd.Failed };
        return (askedToWait, report.State) switch
        {
            ({ NotBefore: { } until }, not RunState.Promoted) => new SourceRest(failures, until, AskedByPortal: true, askedToWait.Message),
            _ when failed => new SourceRest(failures + 1, now + Ladder[Math.Min(failures, Ladder.Count - 1)], AskedByPortal: false, report.Failure ?? "The run failed."),
            (_, RunState.Promoted) => null,
            _ => before,
        };
    }
}
