using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>A complete list without a course is a broken list; a list of changes may well be empty.</summary>
internal static class NothingFound
{
    public static string? Judge(RunOutcome run) => run is { End: HarvestEnd.Complete, Found: 0 }
        ? "The run found no course at all. Look at the portal with «check»; discard the run, or accept it if the portal is really empty: no course becomes missing by it."
        : null;
}
