using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Writes how a run ended into its row, and lets go of what it had listed.</summary>
internal static class RunEnding
{
    private const string AddFigures = """
        requests = requests + @Requests, not_modified = not_modified + @NotModified,
        bytes = bytes + @Bytes, waited_ms = waited_ms + @WaitedMs, reserved = reserved + @Reserved
        """;

    /// <summary>The run stays open and can be resumed; told twice, the figures count once.</summary>
    public static Task<int> InterruptAsync(LedgerTransaction tx, long run, HarvestClosing closing) => tx.ExecuteAsync(
        $"update runs set ending = 'interrupted', ended_at = @at, failure = @Failure, {AddFigures} where id = @run and (ended_at is null or ended_at <> @at)",
        new { run, at = Instant.Text(closing.At), closing.Failure, closing.Fetched.Requests, closing.Fetched.NotModified, closing.Fetched.Bytes, closing.Fetched.WaitedMs, closing.Reserved });

    /// <summary>Fixes state, counts and the first refusals.</summary>
    public static async Task CloseAsync(LedgerTransaction tx, long run, RunState state, HarvestClosing closing)
    {
        await tx.ExecuteAsync(
            $"""
            update runs set state = @state, ending = @ending, ended_at = @at, held_because = @HeldBecause, failure = @Failure, {AddFigures},
                filled = @filled, slowest = case when @slowestMs >= slowest_ms then @slowest else slowest end, slowest_ms = case when @slowestMs >= slowest_ms then @slowestMs else slowest_ms end,
                noted = noted + @Noted, notes = @notes
            where id = @run
            """,
            new
            {
                run,
                state = Wire.Name(state),
                ending = Wire.Name(closing.End),
                at = Instant.Text(closing.At),
                closing.HeldBecause,
                closing.Failure,
                closing.Fetched.Requests,
                closing.Fetched.NotModified,
                closing.Fetched.Bytes,
                closing.Fetched.WaitedMs,
                closing.Reserved,
                filled = Json.Of(closing.Filled),
                slowest = closing.Slowest?.Address,
                slowestMs = closing.Slowest?.Milliseconds ?? 0,
                closing.Noted,
                notes = Json.Of(closing.Notes),
            });
        await KeepCountsAsync(tx, run);
    }

    /// <summary>Drops a run that is open or held; no course knows of it.</summary>
    public static async Task DiscardAsync(LedgerTransaction tx, long run, string? reason, DateTimeOffset at)
    {
        await KeepCountsAsync(tx, run);
        await tx.ExecuteAsync(
            "update runs set state = 'discarded', failure = coalesce(@reason, failure), ended_at = coalesce(ended_at, @at) where id = @run",
            new { run, reason, at = Instant.Text(at) });
        await ForgetEntriesAsync(tx, run);
    }

    public static async Task ForgetEntriesAsync(LedgerTransaction tx, long run)
    {
        await tx.ExecuteAsync("delete from run_entries where run = @run", new { run });
        await tx.ExecuteAsync("delete from run_deletions where run = @run", new { run });
    }

    private static async Task KeepCountsAsync(LedgerTransaction tx, long run)
    {
        var all = await RunReports.AllRefusalsAsync(tx, run);
        var refusals = Json.Of(all.Take(RunReports.RefusalsKept));
        var groups = Json.Of(RefusalGroups.Of(all));
        // A held run that is discarded had its refusals counted when it was held.
        await tx.ExecuteAsync(
            """
            update runs set
                found = (select count(*) from run_entries where run = @run),
                refused = refused + (select count(*) from run_refusals where run = @run),
                refusals = case when refusals = '[]' then @refusals else refusals end,
                refusal_groups = case when refusal_groups = '[]' then @groups else refusal_groups end
            where id = @run
            """,
            new { run, refusals, groups });
        await tx.ExecuteAsync("delete from run_refusals where run = @run", new { run });
    }
}
