using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Counts of one run while it goes on; a course listed twice counts once. A resumed run starts from what is recorded already.</summary>
internal sealed class RunTally(HarvestRun run)
{
    private readonly HashSet<string> ids = [];

    public int Found => run.Found + ids.Count;

    public int Refused { get; private set; } = run.Refused;

    /// <summary>Found courses with a summary; those recorded before a restart are taken to have one.</summary>
    public int WithSummary { get; private set; } = run.Found;

    /// <summary>Which fields the courses have; those recorded before a restart are not in it.</summary>
    public FieldCompleteness Filled { get; } = new();

    /// <summary>Listings whose text the owner reserves, of those read since the last start.</summary>
    public int Reserved { get; private set; }

    public void Add(HarvestBatch batch)
    {
        foreach (var entry in batch.Entries)
        {
            if (!ids.Add(entry.Course.Id))
            {
                continue;
            }

            Filled.Add(entry.Course);
            Reserved += entry.Raw.Reserved == true ? 1 : 0;
            WithSummary += entry.Course.Summary.Length > 0 ? 1 : 0;
        }

        Refused += batch.Refusals.Count;
    }
}
