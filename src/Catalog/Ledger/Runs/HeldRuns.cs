using DcCourseIndex.Catalog.Courses;

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

    /// <summary>The courses that an open or held run lists, in the order of their ids; empty for a run that was judged, because they are in the catalogue or dropped.</summary>
    public Task<IReadOnlyList<WaitingCourse>> CoursesAsync(long run, CancellationToken ct) => store.ReadAsync<IReadOnlyList<WaitingCourse>>(
        async tx =>
        {
            var rows = await tx.QueryAsync<WaitingRow>(
                """
                select e.course as Course, case when c.id is null or c.state = 'retired' then 1 else 0 end as New
                from run_entries e left join courses c on c.id = e.course_id
                where e.run = @run order by e.course_id
                """,
                new { run });
            return [.. rows.Select(row => new WaitingCourse(Json.Read<Course>(row.Course), row.New != 0))];
        },
        ct);

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

    private sealed class WaitingRow
    {
        public string Course { get; init; } = "";
        public int New { get; init; }
    }
}

/// <summary>A course as a run lists it, before anybody has judged the run. New: the catalogue has none of that id, or a retired one.</summary>
public sealed record WaitingCourse(Course Course, bool New);
