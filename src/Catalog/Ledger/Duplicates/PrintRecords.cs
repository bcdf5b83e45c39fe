using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A course that the search for duplicates has to read: null where it is gone. New is one that was never read under this rule.</summary>
public sealed record CourseToPrint(string Id, string Hash, Course? Course, bool IsNew);

/// <summary>A portion of the courses whose content is not known yet, and the revision up to which it reaches.</summary>
public sealed record PrintPage(IReadOnlyList<CourseToPrint> Courses, long Reached, bool IsLast);

/// <summary>The keys under which a course is compared with others.</summary>
public sealed record PrintedCourse(string Id, string Hash, IReadOnlyCollection<long> Keys, bool IsNew);

/// <summary>Remembers which content of which course has been compared, and finds the courses that share a key. One search at a time.</summary>
public sealed class PrintRecords(LedgerStore store)
{
    /// <summary>Courses that more share are not compared by it: such a key says nothing (the address of a list, a title like «Практика»).</summary>
    public const int SharedAtMost = 60;

    /// <summary>Forgets all keys and links where they were made under another rule, or always with <paramref name="anyway"/>. Verdicts and clusters stay.</summary>
    public Task<bool> BeginAsync(string rule, bool anyway, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            if (!anyway && await tx.FirstAsync<string>("select rule from duplicate_state") == rule)
            {
                return false;
            }

            await tx.ExecuteAsync("delete from duplicate_links");
            await tx.ExecuteAsync("delete from duplicate_keys");
            await tx.ExecuteAsync("delete from duplicate_prints");
            await tx.ExecuteAsync("update duplicate_state set rule = @rule, revision = 0", new { rule });
            return true;
        },
        ct);

    /// <summary>The next courses after the revision that was reached, those with known content without their texts.</summary>
    public Task<PrintPage> NextAsync(int limit, CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            var after = await tx.FirstAsync<long>("select revision from duplicate_state");
            var rows = await tx.QueryAsync<Row>(
                """
                select c.id as Id, c.revision as Revision, c.state as State, c.hash as Hash, p.hash as Known,
                       case when c.state = 'retired' or p.hash = c.hash then null else t.course end as Course
                from courses c
                join course_texts t on t.id = c.id
                left join duplicate_prints p on p.course_id = c.id
                where c.revision > @after
                order by c.revision
                limit @limit
                """,
                new { after, limit });
            return new PrintPage(
                [.. rows.Where(row => row.State == "retired" ? row.Known is not null : row.Course is not null)
                    .Select(row => new CourseToPrint(row.Id, row.Hash, row.Course is null ? null : Json.Read<Course>(row.Course), row.Known is null))],
                rows.Count == 0 ? after : rows[^1].Revision,
                rows.Count < limit);
        },
        ct);

    /// <summary>Courses that were purged from the store after they had been compared.</summary>
    public Task<List<string>> PurgedAsync(CancellationToken ct) => store.ReadAsync(
        tx => tx.QueryAsync<string>("select course_id from duplicate_prints where course_id not in (select id from courses) order by course_id"),
        ct);

    /// <summary>Writes the keys of courses, takes away those that are gone, and remembers how far the reading came: all or nothing.</summary>
    public Task RecordAsync(IReadOnlyList<PrintedCourse> printed, IReadOnlyList<string> gone, long reached, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var ids = printed.Where(one => !one.IsNew).Select(one => one.Id).Concat(gone).Select(id => new { id }).ToList();
            if (ids.Count > 0)
            {
                // Of a new course nothing stands yet. Whoever was linked with the others may belong elsewhere now.
                await tx.ExecuteAsync(
                    """
                    update duplicate_prints set stale = 1 where course_id in (
                        select other from duplicate_links where one = @id
                        union select one from duplicate_links where other = @id
                        union select course_id from course_clusters where cluster_id = (select cluster_id from course_clusters where course_id = @id))
                    """,
                    ids);
                await tx.ExecuteAsync("delete from duplicate_links where one = @id", ids);
                await tx.ExecuteAsync("delete from duplicate_links where other = @id", ids);
                await tx.ExecuteAsync("delete from duplicate_keys where course_id = @id", ids);
                await Successors.RecordAsync(tx, gone);
                await tx.ExecuteAsync("delete from duplicate_prints where course_id = @id", gone.Select(id => new { id }).ToList());
                await tx.ExecuteAsync("delete from course_clusters where course_id = @id", gone.Select(id => new { id }).ToList());
            }

            await tx.ExecuteEachAsync(
                """
                insert into duplicate_prints (course_id, hash, judged, stale) values (@0, @1, 0, 1)
                on conflict (course_id) do update set hash = excluded.hash, judged = 0, stale = 1
                """,
                printed.Select(one => new object[] { one.Id, one.Hash }));
            await tx.ExecuteEachAsync(
                "insert into duplicate_keys (key, course_id) values (@0, @1)",
                printed.SelectMany(one => one.Keys.Distinct().Select(key => (Key: key, one.Id))).OrderBy(one => one.Key).Select(one => new object[] { one.Key, one.Id }));

            return await tx.ExecuteAsync("update duplicate_state set revision = @reached", new { reached });
        },
        ct);

    /// <summary>The courses that were not compared yet, with those that share a key with them; null where there are none.</summary>
    public Task<CandidatePairs?> CandidatesAsync(CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            var unjudged = await tx.QueryAsync<string>("select course_id from duplicate_prints where judged = 0 order by course_id");
            return unjudged.Count == 0 ? null : CandidatePairs.Read(unjudged, tx.Stream<(long Key, string Course)>("select key, course_id from duplicate_keys order by key"), SharedAtMost);
        },
        ct);

    /// <summary>The content of courses that are not retired, with the time each was first seen.</summary>
    public Task<List<KnownContent>> ContentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.QueryByIdsAsync<ContentRow>(
                "select c.first_seen as FirstSeen, t.course as Course from courses c join course_texts t on t.id = c.id where c.id in @ids and c.state <> 'retired'",
                ids))
            .ConvertAll(row => new KnownContent(Json.Read<Course>(row.Course), Instant.Of(row.FirstSeen))),
        ct);

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public long Revision { get; init; }
        public string State { get; init; } = "";
        public string Hash { get; init; } = "";
        public string? Known { get; init; }
        public string? Course { get; init; }
    }

    private sealed class ContentRow
    {
        public string FirstSeen { get; init; } = "";
        public string Course { get; init; } = "";
    }
}

/// <summary>A course with the time from which the catalogue knows it.</summary>
public sealed record KnownContent(Course Course, DateTimeOffset FirstSeen);
