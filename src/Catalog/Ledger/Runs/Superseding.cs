using System.Globalization;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Drops held runs that a newer one of their source makes pointless, so that an operator finds one run to judge and not one for every night.
/// A held run that only an operator can replace stays: a shrunken list is worth more than the login page of the night after.
/// </summary>
internal static class Superseding
{
    /// <summary>
    /// A complete list that was promoted says all that an older run could say; a list of changes says all that an older list of changes could say,
    /// because it begins where the last promoted one ended.
    /// </summary>
    public static Task ByPromotedAsync(LedgerTransaction tx, RunRow run, DateTimeOffset now) =>
        run.Ending == "complete" && run.Found > 0
            ? DropAsync(tx, run, "select id from runs where source = @Source and state = 'held' and id < @Id", now)
            : run.Partial > 0
            ? DropAsync(tx, run, "select id from runs where source = @Source and state = 'held' and partial > 0 and id < @Id", now)
            : Task.CompletedTask;

    /// <summary>A held run replaces older ones that ended like it, or whose reading failed, unless it found far less than they.</summary>
    public static async Task ByHeldAsync(LedgerTransaction tx, long held, DateTimeOffset now)
    {
        var run = (await RunReports.FindAsync(tx, held))!;
        await DropAsync(
            tx,
            run,
            """
            select id from runs
            where source = @Source and state = 'held' and id < @Id and @Found * 10 >= found * 7
              and (ending = @Ending or (ending = 'failed' and @Ending = 'complete'))
            """,
            now);
    }

    private static async Task DropAsync(LedgerTransaction tx, RunRow run, string which, DateTimeOffset now)
    {
        foreach (var older in await tx.QueryAsync<long>(which, run))
        {
            await RunEnding.DiscardAsync(tx, older, string.Create(CultureInfo.InvariantCulture, $"Superseded by run {run.Id}."), now);
        }
    }
}
