namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The reports of all runs that there ever were. Rows stay for ever; the words of refusals are dropped after a year.</summary>
public sealed class RunHistory(LedgerStore store, TimeProvider clock)
{
    /// <summary>How long the words of refusals and notes are kept; counts stay.</summary>
    public static readonly TimeSpan WordsKept = TimeSpan.FromDays(365);

    /// <summary>Runs of a source, newest first: those before a run number, or the newest where it is null.</summary>
    public Task<IReadOnlyList<HarvestReport>> OfAsync(string source, long? before, int limit, CancellationToken ct) => store.ReadAsync<IReadOnlyList<HarvestReport>>(
        async tx =>
        {
            var rows = await tx.QueryAsync<RunRow>(
                $"select {RunRow.Columns} from runs where runs.source = @source and runs.id < @before order by runs.id desc limit @limit",
                new { source, before = before ?? long.MaxValue, limit });
            var reports = new List<HarvestReport>(rows.Count);
            foreach (var row in rows)
            {
                reports.Add(await RunReports.ReportAsync(tx, row));
            }

            return reports;
        },
        ct);

    /// <summary>One run with all that is kept of it; null where there was none.</summary>
    public Task<HarvestReport?> FindAsync(long run, CancellationToken ct) => store.ReadAsync(
        async tx => await RunReports.FindAsync(tx, run) is { } row ? await RunReports.ReportAsync(tx, row) : null,
        ct);

    /// <summary>Drops the words of refusals and notes of runs that ended more than a year ago. Returns of how many runs.</summary>
    public Task<int> PruneAsync(CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            """
            update runs set refusals = '[]', refusal_groups = '[]', notes = '[]'
            where ended_at < @before and state <> 'open' and (refusals <> '[]' or refusal_groups <> '[]' or notes <> '[]')
            """,
            new { before = Instant.Text(clock.GetUtcNow() - WordsKept) }),
        ct);
}
