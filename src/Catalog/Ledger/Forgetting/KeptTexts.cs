using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A raw listing where it is kept: with its course, or, where <paramref name="Run"/> is not null, in that open or held run.</summary>
public sealed record KeptText(string CourseId, string Source, long? Run, RawListing Raw);

/// <summary>Every text that the catalogue keeps of courses, for those who must look through all of it and write some of it anew.</summary>
public sealed class KeptTexts(LedgerStore store, TimeProvider clock)
{
    private const int TextsAPage = 200;

    /// <summary>All kept raw listings, those of open and held runs last. May be read while others write; what comes meanwhile is prepared by the newest rules anyway.</summary>
    public async IAsyncEnumerable<KeptText> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var sql in new[]
                 {
                     "select c.id as Id, c.source as Source, null as Run, l.raw as Raw from raw_listings l join courses c on c.id = l.id where c.state <> 'retired' and c.id > @after and @run = 0 order by c.id limit @limit",
                     "select e.course_id as Id, r.source as Source, e.run as Run, e.raw as Raw from run_entries e join runs r on r.id = e.run where e.run > @run or (e.run = @run and e.course_id > @after) order by e.run, e.course_id limit @limit",
                 })
        {
            var (after, run, more) = ("", 0L, true);
            while (more)
            {
                var page = await store.ReadAsync(tx => tx.QueryAsync<Row>(sql, new { after, run, limit = TextsAPage }), ct);
                foreach (var row in page)
                {
                    yield return new KeptText(row.Id, row.Source, row.Run, Packed.ReadValue<RawListing>(row.Raw));
                }

                more = page.Count == TextsAPage;
                (after, run) = more ? (page[^1].Id, page[^1].Run ?? 0) : (after, run);
            }
        }
    }

    /// <summary>Writes a listing and its course anew where it is kept; a course takes a new revision by it.</summary>
    public Task ReplaceAsync(KeptText kept, HarvestEntry entry, CancellationToken ct)
    {
        var row = PreparedEntry.Of(entry, kept.Source) with { Run = kept.Run ?? 0 };
        return store.WriteAsync(tx => kept.Run is null ? CourseAsync(tx, row) : tx.ExecuteAsync(
            "update run_entries set hash = @Hash, tagging = @Tagging, course = @Course, raw = @Raw where run = @Run and course_id = @Id", row), ct);
    }

    /// <summary>
    /// Lets go of what could still name somebody and is not needed: texts of retired courses, remembered pages, and refusals whose words are <paramref name="named"/>.
    /// </summary>
    public Task LetGoAsync(Func<string, bool> named, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            await tx.ExecuteAsync("delete from raw_listings where id in (select id from courses where state = 'retired')");
            await tx.ExecuteAsync("update course_texts set tagging = '{}', course = '{}' where id in (select id from courses where state = 'retired')");
            await tx.ExecuteAsync("delete from pages");
            await VerdictTexts.ForgetAsync(tx, named, clock.GetUtcNow());
            await MistakeReports.ForgetAsync(tx, named);
            await ReportTexts.ForgetAsync(tx, null, refusal => named(refusal.Reason));
            return true;
        },
        ct);

    private async Task<int> CourseAsync(LedgerTransaction tx, PreparedEntry row)
    {
        var revision = await tx.FirstAsync<long>("update counter set revision = revision + 1 returning revision");
        await tx.ExecuteAsync("update raw_listings set raw = @Raw where id = @Id", row);
        await tx.ExecuteAsync("update course_texts set tagging = @Tagging, course = @Course where id = @Id", row);
        return await tx.ExecuteAsync(
            "update courses set hash = @Hash, last_changed = @at, revision = @revision where id = @Id",
            new { row.Id, row.Hash, revision, at = Instant.Text(clock.GetUtcNow()) });
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Source { get; init; } = "";
        public long? Run { get; init; }
        public byte[] Raw { get; init; } = [];
    }
}
