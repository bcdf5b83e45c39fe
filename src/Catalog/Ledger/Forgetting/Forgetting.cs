using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The forgetting list of a store, and the purging of courses that are on it. What people's names are in only preparation can tell; it asks and answers here.</summary>
public sealed class Forgetting(LedgerStore store, TimeProvider clock)
{
    private const string Columns = "select kind as Kind, digest as Digest, words as Words from forgotten";

    /// <summary>Puts an entry on the list, in the file beside the store first; it holds from now on and is applied by <see cref="PurgeCoursesAsync"/> and by preparation. Twice is once.</summary>
    public async Task AddAsync(Forgotten entry, CancellationToken ct)
    {
        var line = new ForgottenLine(entry.Kind, entry.Digest, entry.Words, Instant.Text(clock.GetUtcNow()));
        await ForgottenFile.AddAsync(store.Folder, line, ct);
        await store.WriteAsync(
            tx => tx.ExecuteAsync($"{ForgottenFile.Insert[..ForgottenFile.Insert.IndexOf("on conflict", StringComparison.Ordinal)]} on conflict (digest) do update set applied_at = null", line),
            ct);
    }

    /// <summary>The list as it stands.</summary>
    public async Task<ForgottenList> ListAsync(CancellationToken ct)
    {
        var rows = await store.ReadAsync(tx => tx.QueryAsync<Row>(Columns), ct);
        return rows.Count == 0 ? ForgottenList.Empty : new ForgottenList([.. rows.Select(row => row.ToEntry())]);
    }

    /// <summary>Whether the catalogue has not yet been searched for some entry.</summary>
    public async Task<IReadOnlyList<Forgotten>> PendingAsync(CancellationToken ct) =>
        [.. (await store.ReadAsync(tx => tx.QueryAsync<Row>($"{Columns} where applied_at is null"), ct)).Select(row => row.ToEntry())];

    /// <summary>Notes that the catalogue has been searched for these.</summary>
    public Task AppliedAsync(IReadOnlyList<Forgotten> entries, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync("update forgotten set applied_at = @at where digest = @Digest", entries.Select(entry => new { entry.Digest, at = Instant.Text(clock.GetUtcNow()) }).ToList()),
        ct);

    /// <summary>
    /// Takes every course of the list out of the catalogue in one transaction: raw listing, texts, entries of open and held runs, what reports say of it, the
    /// remembered pages of its source; of the course a tombstone remains, under a new revision so that indexes let go of it. Returns how many courses.
    /// </summary>
    public Task<int> PurgeCoursesAsync(ForgottenList list, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var known = await tx.QueryAsync<Known>(
                """
                select c.id as Id, c.source as Source, c.source_id as SourceId, t.course as Course from courses c join course_texts t on t.id = c.id
                union all
                select e.course_id, r.source, e.source_id, e.course from run_entries e join runs r on r.id = e.run where e.course_id not in (select id from courses)
                """);
            var gone = known.Where(course => list.HasCourse(course.Id)).DistinctBy(course => course.Id).ToList();
            foreach (var course in gone)
            {
                await PurgeAsync(tx, course);
            }

            return gone.Count;
        },
        ct);

    private async Task PurgeAsync(LedgerTransaction tx, Known course)
    {
        await tx.ExecuteAsync("delete from raw_listings where id = @Id", course);
        await tx.ExecuteAsync("delete from run_entries where course_id = @Id", course);
        await tx.ExecuteAsync("delete from pages where source = @Source", course);
        await tx.ExecuteAsync("delete from course_verdicts where course_id = @Id", course);
        await tx.ExecuteAsync("delete from course_shown where course_id = @Id", course);
        await tx.ExecuteAsync("delete from mistake_reports where course_id = @Id", course);
        await tx.ExecuteAsync("update course_texts set tagging = '{}', course = '{}' where id = @Id", course);
        var revision = await tx.FirstAsync<long>("update counter set revision = revision + 1 returning revision");
        await tx.ExecuteAsync(
            "update courses set state = 'retired', hash = '', source_id = '', last_changed = @at, revision = @revision where id = @Id",
            new { course.Id, revision, at = Instant.Text(clock.GetUtcNow()) });
        var address = course.Course.Length > 2 ? Json.Read<Course>(course.Course).Url : null;
        await ReportTexts.ForgetAsync(tx, course.Source, refusal => refusal.SourceId == course.SourceId || (address is not null && refusal.Address == address));
    }

    private sealed class Row
    {
        public string Kind { get; init; } = "";
        public string Digest { get; init; } = "";
        public int Words { get; init; }

        public Forgotten ToEntry() => new(Kind, Digest, Words);
    }

    private sealed class Known
    {
        public string Id { get; init; } = "";
        public string Source { get; init; } = "";
        public string SourceId { get; init; } = "";
        public string Course { get; init; } = "";
    }
}
