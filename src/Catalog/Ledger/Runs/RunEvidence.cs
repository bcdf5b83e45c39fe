using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A source's past as far as it tells what is usual. <paramref name="Complete"/>: its last complete promoted runs, newest first, none older than the last one that an operator accepted; <paramref name="Harvested"/>: a run over the network was promoted before.</summary>
public sealed record SourceHistory(IReadOnlyList<HarvestReport> Complete, bool Harvested);

/// <summary>The active courses of a source, and how many of them an open run does not list, and how many it would retire because the portal says that they are gone.</summary>
public sealed record TouchedCourses(int Active, int Unlisted, int Deleted);

/// <summary>A course that a run lists beside the one that stands in the catalogue: null where that is new.</summary>
public sealed record ListedCourse(Course Course, StandingCourse? Standing);

/// <summary>What tells a course apart in the eyes of people.</summary>
public sealed record StandingCourse(string Title, string Url);

/// <summary>What the run guard may know before a run touches a course: all that the run has recorded, also before a restart, and its source's past.</summary>
public sealed class RunEvidence(LedgerStore store)
{
    private const int RunsThatTell = 5;
    private const int CoursesAPage = 500;

    /// <summary>An accepted run makes its own yield usual: what was usual before it no longer holds its successors.</summary>
    public Task<SourceHistory> HistoryAsync(string source, CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            var rows = await tx.QueryAsync<RunRow>(
                $"""
                select {RunRow.Columns} from runs
                where source = @source and state = 'promoted' and ending = 'complete' and found > 0
                order by id desc limit @limit
                """,
                new { source, limit = RunsThatTell });
            var accepted = rows.FindIndex(row => row.HeldBecause is not null);
            var telling = accepted < 0 ? rows : rows[..(accepted + 1)];
            var harvests = await tx.FirstAsync<long>("select count(*) from runs where source = @source and state = 'promoted' and kind = 'harvest'", new { source });
            return new SourceHistory([.. telling.Select(row => row.ToReport())], harvests > 0);
        },
        ct);

    /// <summary>What promoting the run could take from readers.</summary>
    public Task<TouchedCourses> TouchedAsync(HarvestRun run, CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            const string active = "select count(*) from courses c where c.source = @Source and c.state = 'active'";
            var values = new { run.Source, run.Id };
            return new TouchedCourses(
                (int)await tx.FirstAsync<long>(active, values),
                (int)await tx.FirstAsync<long>($"{active} and not exists (select 1 from run_entries e where e.run = @Id and e.course_id = c.id)", values),
                (int)await tx.FirstAsync<long>($"{active} and exists (select 1 from run_deletions d where d.run = @Id and d.course_id = c.id)", values));
        },
        ct);

    /// <summary>Every course that an open run lists, by id.</summary>
    public async IAsyncEnumerable<ListedCourse> ListedAsync(long run, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = "";
        while (true)
        {
            var page = await store.ReadAsync(tx => PageAsync(tx, run, after), ct);
            foreach (var row in page)
            {
                yield return row.ToListed();
            }

            if (page.Count < CoursesAPage)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>The standing course is read only where it differs.</summary>
    private static Task<List<Row>> PageAsync(LedgerTransaction tx, long run, string after) => tx.QueryAsync<Row>(
        """
        select e.course_id as Id, e.course as Course, case when c.hash = e.hash then 1 else 0 end as Same,
               case when c.hash <> e.hash then t.course end as Standing
        from run_entries e
        left join courses c on c.id = e.course_id
        left join course_texts t on t.id = e.course_id
        where e.run = @run and e.course_id > @after
        order by e.course_id
        limit @limit
        """,
        new { run, after, limit = CoursesAPage });

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Course { get; init; } = "";
        public long Same { get; init; }
        public string? Standing { get; init; }

        public ListedCourse ToListed()
        {
            var course = Json.Read<Course>(Course);
            return new ListedCourse(
                course,
                Same == 1 ? new StandingCourse(course.Title, course.Url) : string.IsNullOrEmpty(Standing) ? null : Json.Read<StandingCourse>(Standing));
        }
    }
}
