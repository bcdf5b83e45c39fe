namespace DcCourseIndex.Catalog.Ledger;

/// <summary>How many courses of each source stand in each state, counted once for each revision: without one no course comes and none changes its state.</summary>
internal sealed class StateCounts
{
    private volatile Counted? last;

    /// <summary>The counts by source and stored name of the state; what has no course is absent.</summary>
    public async Task<IReadOnlyDictionary<(string Source, string State), int>> OfAsync(LedgerTransaction tx)
    {
        var position = await LedgerStore.PositionAsync(tx);
        if (last is { } known && known.At == position)
        {
            return known.Courses;
        }

        var courses = (await tx.QueryAsync<StateCount>("select source as Source, state as State, count(*) as Courses from courses group by source, state"))
            .ToDictionary(count => (count.Source, count.State), count => count.Courses);
        last = new(position, courses);
        return courses;
    }

    private sealed record Counted(CatalogPosition At, IReadOnlyDictionary<(string Source, string State), int> Courses);

    private sealed class StateCount
    {
        public string Source { get; init; } = "";
        public string State { get; init; } = "";
        public int Courses { get; init; }
    }
}
