using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Opens runs: goes on with an interrupted one, unless it is of another kind or too old.</summary>
internal static class RunOpening
{
    /// <summary>A portal's list moves on; an older marker points into another list.</summary>
    private static readonly TimeSpan OldestResumed = TimeSpan.FromHours(24);

    public static async Task<HarvestRun> OpenAsync(LedgerTransaction tx, HarvestOpening opening)
    {
        await RunFence.CheckAsync(tx, opening.Source, opening.Fence);
        var open = await tx.FirstAsync<RunRow>(
            $"select {RunRow.Columns} from runs where runs.source = @Source and runs.state = 'open'",
            new { opening.Source });
        if (open is null)
        {
            return await BeginAsync(tx, opening);
        }

        var run = open.ToRun() with { Fence = opening.Fence };
        // A run that its night hours are too short for goes on night after night; what counts is how long nobody looked at the list.
        var left = open.EndedAt is { } ended ? Instant.Of(ended) : run.StartedAt;
        if (WhyNotResumed(run, left, opening) is { } reason)
        {
            await RunEnding.DiscardAsync(tx, run.Id, reason, opening.At);
            return await BeginAsync(tx, opening);
        }

        await tx.ExecuteAsync("update runs set ending = null, ended_at = null, failure = null, node = @Node, fence = @Fence where id = @Id", new { run.Id, opening.Node, opening.Fence });
        if (run.Marker is not null)
        {
            return run;
        }

        // It is read from the beginning again: what it listed before may be gone by now.
        await RunEnding.ForgetEntriesAsync(tx, run.Id);
        await tx.ExecuteAsync("update runs set partial = 0 where id = @Id", new { run.Id });
        return run with { Found = 0, Refused = 0, Partial = false };
    }

    private static string? WhyNotResumed(HarvestRun run, DateTimeOffset left, HarvestOpening opening) =>
        run.Kind != opening.Kind ? $"Not resumed: it was a run of kind «{Wire.Name(run.Kind)}», the new one is «{Wire.Name(opening.Kind)}»."
        : opening.At - left > OldestResumed ? $"Not resumed: it was open for more than {OldestResumed.TotalHours} hours, so that its place in the list means nothing any more."
        : null;

    private static async Task<HarvestRun> BeginAsync(LedgerTransaction tx, HarvestOpening opening)
    {
        var id = await tx.FirstAsync<long>(
            "insert into runs (source, kind, state, started_at, node, fence) values (@Source, @kind, 'open', @at, @Node, @Fence) returning id",
            new { opening.Source, kind = Wire.Name(opening.Kind), at = Instant.Text(opening.At), opening.Node, opening.Fence });
        return new HarvestRun(id, opening.Source, opening.Kind, opening.At.ToUniversalTime(), null) { Fence = opening.Fence };
    }
}
