namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Makes the courses of what a run listed, in one transaction and in the store itself: no course passes through memory,
/// so that a hundred thousand need no more of it than one.
/// </summary>
internal static class Promotion
{
    /// <summary>Promotes a run whose row has its ending and its end. <paramref name="now"/> is when the catalogue changes: later than the run's end where it was held.</summary>
    public static async Task RunAsync(LedgerTransaction tx, long run, DateTimeOffset now, LedgerOptions options)
    {
        var row = (await RunReports.FindAsync(tx, run))!;
        var values = new PromotionValues
        {
            Run = run,
            Source = row.Source,
            Seen = row.EndedAt!,
            Now = Instant.Text(now),
            Runs = options.RetireAfterRuns,
            Days = options.RetireAfterDays,
        };
        await PlanAsync(tx, values, row, options);
        var steps = (await tx.QueryAsync<StepCount>("select step as Step, count(*) as Courses from promotion group by step"))
            .ToDictionary(count => count.Step, count => count.Courses);
        values.Base = await tx.FirstAsync<long>(
            "update counter set revision = revision + @by returning revision - @by",
            new { by = (long)steps.Values.Sum() });

        foreach (var statement in PromotionSql.Apply)
        {
            await tx.ExecuteAsync(statement, values);
        }

        values.Added = steps.GetValueOrDefault("new");
        values.Returned = steps.GetValueOrDefault("returned");
        values.Changed = steps.GetValueOrDefault("changed") + values.Returned;
        values.Unchanged = row.Found - values.Added - values.Changed;
        values.Missing = steps.GetValueOrDefault("missing");
        values.Retired = steps.GetValueOrDefault("retired");
        await tx.ExecuteAsync(PromotionSql.Report, values);
        await RunEnding.ForgetEntriesAsync(tx, run);
        await Superseding.ByPromotedAsync(tx, row, now);
    }

    /// <summary>Writes down which course takes which step under which number, before anything is touched.</summary>
    private static async Task PlanAsync(LedgerTransaction tx, PromotionValues values, RunRow row, LedgerOptions options)
    {
        values.Before = await tx.ExecuteAsync(PromotionSql.PlanListed, values);
        values.Before += await tx.ExecuteAsync(PromotionSql.PlanDeleted, values);
        if (await AbsenceCounting.CountsAsync(tx, row))
        {
            values.Counted = 1;
            await AbsenceCounting.CountAsync(tx, row, options);
            values.Before += await tx.ExecuteAsync(PromotionSql.PlanRetired, values);
            await tx.ExecuteAsync(PromotionSql.PlanMissing, values);
        }

        await AbsenceCounting.MendTimesAsync(tx, row);
    }

    private sealed class StepCount
    {
        public string Step { get; init; } = "";
        public int Courses { get; init; }
    }

    /// <summary>The values that the statements name.</summary>
    private sealed class PromotionValues
    {
        public required long Run { get; init; }
        public required string Source { get; init; }
        public required string Seen { get; init; }
        public required string Now { get; init; }
        public required int Runs { get; init; }
        public required int Days { get; init; }
        public long Before { get; set; }
        public long Base { get; set; }
        public int Counted { get; set; }
        public int Added { get; set; }
        public int Changed { get; set; }
        public int Unchanged { get; set; }
        public int Returned { get; set; }
        public int Missing { get; set; }
        public int Retired { get; set; }
    }
}
