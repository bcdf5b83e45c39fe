namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Ends runs: promotes, holds, fails, or leaves them open for the next start.</summary>
internal static class RunClosing
{
    public static async Task<HarvestReport> CloseAsync(LedgerTransaction tx, HarvestRun run, HarvestClosing closing, LedgerOptions options, DateTimeOffset now)
    {
        var row = await RunReports.FindAsync(tx, run.Id)
            ?? throw new InvalidOperationException($"There is no run {run.Id} in this store.");
        // Who has lost the run to another node only reads how it stands.
        if (row.Is(RunState.Open) && await RunFence.HoldsAsync(tx, run.Source, run.Fence))
        {
            await EndAsync(tx, row, closing, options, now);
        }

        return await RunReports.ReportAsync(tx, run.Id);
    }

    private static async Task EndAsync(LedgerTransaction tx, RunRow run, HarvestClosing closing, LedgerOptions options, DateTimeOffset now)
    {
        // What a run was told to be before it was cut off holds for its rest too.
        if (run.Partial != 0 && closing.End == HarvestEnd.Complete)
        {
            closing = closing with { End = HarvestEnd.Partial };
        }

        if (closing.End == HarvestEnd.Interrupted)
        {
            await RunEnding.InterruptAsync(tx, run.Id, closing);
        }
        else if (closing.HeldBecause is not null)
        {
            await RunEnding.CloseAsync(tx, run.Id, RunState.Held, closing);
            await Superseding.ByHeldAsync(tx, run.Id, now);
        }
        else if (closing.End == HarvestEnd.Failed)
        {
            await RunEnding.CloseAsync(tx, run.Id, RunState.Failed, closing);
            await RunEnding.ForgetEntriesAsync(tx, run.Id);
        }
        else
        {
            await RunEnding.CloseAsync(tx, run.Id, RunState.Promoted, closing);
            await Promotion.RunAsync(tx, run.Id, now, options);
        }
    }
}
