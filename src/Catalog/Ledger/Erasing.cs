namespace DcCourseIndex.Catalog.Ledger;

/// <summary>How much was erased, in rows.</summary>
public sealed record Erased(int Listings, int Pages);

/// <summary>Lets go of what has not been needed for a long time: the texts of courses that are long retired, pages that no run has seen, lists that nobody has used.</summary>
public sealed class Erasing(LedgerStore store, TimeProvider clock)
{
    /// <summary>Days after its retirement for which a course's raw listing and text are kept, and after which an unseen page is forgotten.</summary>
    public const int DaysKept = 90;

    private const string LongRetired = "(select id from courses where state = 'retired' and last_changed <= @before)";

    /// <summary>Erases what is due. Twice is once; tombstones stay, so that indexes and readers learn of them.</summary>
    public Task<Erased> RunAsync(CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var due = new { before = Instant.Text(clock.GetUtcNow().AddDays(-DaysKept)) };
            var listings = await tx.ExecuteAsync($"delete from raw_listings where id in {LongRetired}", due);
            await tx.ExecuteAsync($"update course_texts set tagging = '{{}}', course = '{{}}' where course <> '{{}}' and id in {LongRetired}", due);
            await tx.ExecuteAsync("delete from site_files where read_at <= @before", due);
            await tx.ExecuteAsync("delete from course_lists where used_at <= @before", new { before = Instant.Text(clock.GetUtcNow().AddMonths(-ListLedger.MonthsKept)) });
            await tx.ExecuteAsync("delete from course_lists where removed_at <= @before", new { before = Instant.Text(clock.GetUtcNow().AddDays(-ListLedger.DaysOfTheRemoved)) });
            await tx.ExecuteAsync("delete from mistake_reports where sent_at <= @before", new { before = Instant.Text(clock.GetUtcNow().AddMonths(-MistakeReports.MonthsKept)) });
            await tx.ExecuteAsync("delete from mistake_reports where state = 'removed' and settled_at <= @before", new { before = Instant.Text(clock.GetUtcNow().AddDays(-MistakeReports.DaysOfTheRemoved)) });
            await tx.ExecuteAsync("delete from desk_sessions where ends_at <= @now", new { now = Instant.Text(clock.GetUtcNow()) });
            return new Erased(listings, await tx.ExecuteAsync("delete from pages where seen_at <= @before", due));
        },
        ct);

    /// <summary>Takes every course of sources whose owner refused out of the catalogue, with raw listings and texts; returns how many.</summary>
    public Task<int> WithdrawAsync(IReadOnlyList<string> sources, CancellationToken ct) => sources.Count == 0 ? Task.FromResult(0) : store.WriteAsync(
        async tx =>
        {
            var ids = await tx.QueryAsync<string>("select id from courses where source in @sources and state <> 'retired' order by id", new { sources });
            await tx.ExecuteAsync("delete from pages where source in @sources", new { sources });
            await tx.ExecuteAsync("delete from run_entries where run in (select id from runs where source in @sources)", new { sources });
            await tx.ExecuteAsync("update runs set state = 'discarded' where source in @sources and state in ('open', 'held')", new { sources });
            await tx.ExecuteAsync("delete from run_refusals where run in (select id from runs where source in @sources)", new { sources });
            if (ids.Count > 0)
            {
                var first = await tx.FirstAsync<long>("update counter set revision = revision + @by returning revision - @by + 1", new { by = (long)ids.Count });
                var at = Instant.Text(clock.GetUtcNow());
                await tx.ExecuteAsync("update courses set state = 'retired', last_changed = @at, revision = @revision where id = @id", ids.Select((id, i) => new { id, at, revision = first + i }).ToList());
            }

            await tx.ExecuteAsync("delete from raw_listings where id in (select id from courses where source in @sources)", new { sources });
            await tx.ExecuteAsync("update course_texts set tagging = '{}', course = '{}' where course <> '{}' and id in (select id from courses where source in @sources)", new { sources });
            return ids.Count;
        },
        ct);
}
