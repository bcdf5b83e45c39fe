namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Reads runs and what is kept of them.</summary>
internal static class RunReports
{
    public const int RefusalsKept = 100;

    public static Task<RunRow?> FindAsync(LedgerTransaction tx, long run) =>
        tx.FirstAsync<RunRow>($"select {RunRow.Columns} from runs where runs.id = @run", new { run });

    public static async Task<HarvestReport> ReportAsync(LedgerTransaction tx, long run) =>
        await ReportAsync(tx, (await FindAsync(tx, run))!);

    /// <summary>The refusals of an open run still lie in their own table.</summary>
    public static async Task<HarvestReport> ReportAsync(LedgerTransaction tx, RunRow row)
    {
        var report = row.ToReport();
        return row.Is(RunState.Open) && row.Refused > 0
            ? report with { Refusals = await RefusalsAsync(tx, row.Id) }
            : report;
    }

    /// <summary>The first hundred refusals of a run that has not been closed.</summary>
    public static async Task<IReadOnlyList<Refusal>> RefusalsAsync(LedgerTransaction tx, long run)
    {
        var rows = await tx.QueryAsync<string>(
            "select refusal from run_refusals where run = @run order by number limit @limit",
            new { run, limit = RefusalsKept });
        return [.. rows.Select(Json.Read<Refusal>)];
    }

    /// <summary>Every refusal of a run that is being closed.</summary>
    public static async Task<IReadOnlyList<Refusal>> AllRefusalsAsync(LedgerTransaction tx, long run) =>
        [.. (await tx.QueryAsync<string>("select refusal from run_refusals where run = @run order by number", new { run })).Select(Json.Read<Refusal>)];

    /// <summary>The last runs of every source, newest first, at most <paramref name="limit"/> each besides those that are held.</summary>
    public static async Task<ILookup<string, HarvestReport>> LastOfEachAsync(LedgerTransaction tx, int limit)
    {
        var rows = await tx.QueryAsync<RunRow>($"""
            select {RunRow.Columns}
            from (select id, row_number() over (partition by source order by id desc) as place from runs) last
            join runs on runs.id = last.id
            where last.place <= @limit or runs.state = 'held'
            order by runs.id desc
            """, new { limit });
        var reports = new List<HarvestReport>(rows.Count);
        foreach (var row in rows)
        {
            reports.Add(await ReportAsync(tx, row));
        }

        return reports.ToLookup(report => report.Source, StringComparer.Ordinal);
    }
}
