using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Counts of one run while it goes on, for whoever watches; a course listed twice counts once. A resumed run starts from what is recorded already.</summary>
internal sealed class RunTally(HarvestRun run)
{
    private readonly HashSet<string> ids = [];

    public int Found => run.Found + ids.Count;

    public int Refused { get; private set; } = run.Refused;

    /// <summary>Listings whose text the owner reserves, of those read since the last start.</summary>
    public int Reserved { get; private set; }

    public void Add(HarvestBatch batch)
    {
        Reserved += batch.Entries.Count(entry => ids.Add(entry.Course.Id) && entry.Raw.Reserved == true);
        Refused += batch.Refusals.Count;
    }
}
