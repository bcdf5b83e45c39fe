using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Counts of one run while it goes on, for whoever watches; a course listed twice counts once. A resumed run starts from what is recorded already.</summary>
internal sealed class RunTally(HarvestRun run)
{
    private readonly HashSet<string> ids = [];

    public int Found => run.Found + ids.Count;

    public int Refused { get; private set; } = run.Refused;

    public void Add(HarvestBatch batch)
    {
        ids.UnionWith(batch.Entries.Select(entry => entry.Course.Id));
        Refused += batch.Refusals.Count;
    }
}
