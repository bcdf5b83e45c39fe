namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The operator's part: runs that the guard held, to be accepted or dropped.</summary>
public sealed class HeldRuns(LedgerStore store, LedgerOptions options, TimeProvider clock)
{
    /// <summary>
    /// Promotes a held run as if it had never been held; what a later run has seen meanwhile stays as that one left it.
    /// A run whose reading failed marks nothing missing. Null where the run is unknown or no longer held.
    /// </summary>
    public Task<HarvestReport?> AcceptAsync(long run, CancellationToken ct) => JudgeAsync(
        run,
        async tx =>
        {
            await tx.ExecuteAsync("update runs set state = 'promoted' where id = @run", new { run });
            await Promotion.RunAsync(tx, run, clock.GetUtcNow(), options);
        },
        ct);

    /// <summary>Drops a held run for good; its report stays. Null where the run is unknown or no longer held.</summary>
    public Task<HarvestReport?> DiscardAsync(long run, CancellationToken ct) =>
        JudgeAsync(run, tx => RunEnding.DiscardAsync(tx, run, null, clock.GetUtcNow()), ct);

    /// <summary>All held runs, newest first.</summary>
    public Task<IReadOnlyList<HarvestReport>> ListAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<HarvestReport>>(
        async tx => [.. (await tx.QueryAsync<RunRow>($"select {RunRow.Columns} from runs where runs.state = 'held' order by runs.id desc"))
            .Select(row => row.ToReport())],
        ct);

    private Task<HarvestReport?> JudgeAsync(long run, Func<LedgerTransaction, Task> judge, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            if (await RunReports.FindAsync(tx, run) is not { } row || !row.Is(RunState.Held))
            {
                return null;
            }

            await judge(tx);
            return (HarvestReport?)await RunReports.ReportAsync(tx, run);
        },
        ct);
}
