using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Nobody has yet looked at what this portal yields.</summary>
internal static class FirstRun
{
    public static string? Judge(RunOutcome run) => run is { Kind: RunKind.Harvest, Harvested: false, Trusted: false }
        ? $"This is the first run of the source, and it found {run.Found} courses. Look at what it found and accept it, or set «trusted: true» in its file."
        : null;
}
