using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Makes the links follow the courses.</summary>
internal static class LinkSync
{
    private const int Days = 7;

    // A check that begins a little earlier than a week ago must not miss what is due today.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(6);

    /// <summary>Takes up at most so many courses that are new or have changed since; how many it were.</summary>
    public static async Task<int> PageAsync(LedgerTransaction tx, int limit, DateTimeOffset now)
    {
        await tx.ExecuteAsync("delete from links where course_id in (select id from courses where state = 'retired')");
        var rows = await tx.QueryAsync<Changed>(
            """
            select c.id as CourseId, c.source as Source, c.revision as Revision, c.link as Class, t.course as Course, l.address as Known
            from courses c
            join course_texts t on t.id = c.id
            left join links l on l.course_id = c.id
            where c.state <> 'retired' and (l.course_id is null or l.revision < c.revision)
            order by c.id limit @limit
            """,
            new { limit });
        var verdicts = await CourseVerdictRow.StandingAsync(tx, rows.Select(row => row.CourseId));
        var links = rows.Select(row => Link(row, [.. verdicts[row.CourseId]], now)).ToList();
        await tx.ExecuteAsync(
            "update links set revision = @Revision, title = @Title where course_id = @CourseId",
            links.FindAll(link => link.Known == link.Address));
        await tx.ExecuteAsync(
            """
            insert into links (course_id, source, revision, address, host, title, due_at, class)
            values (@CourseId, @Source, @Revision, @Address, @Host, @Title, @DueAt, @Class)
            on conflict (course_id) do update set
                revision = excluded.revision, address = excluded.address, host = excluded.host, title = excluded.title, due_at = excluded.due_at,
                sight = null, seen_address = null, status = null, reason = null, failures = 0, first_failure_at = null, silences = 0, silent_since = null
            """,
            links.FindAll(link => link.Known != link.Address));
        return rows.Count;
    }

    private static NewLink Link(Changed row, IReadOnlyList<CourseVerdict> verdicts, DateTimeOffset now)
    {
        var course = Curated.Of(Json.Read<Course>(row.Course), verdicts);
        // A changed address is looked at this night, a new course somewhen in its first week.
        var days = row.Known is null ? SHA256.HashData(Encoding.UTF8.GetBytes(row.CourseId))[0] % Days : 0;
        return new NewLink(
            row.CourseId,
            row.Source,
            row.Revision,
            course.Url,
            Uri.TryCreate(course.Url, UriKind.Absolute, out var address) ? address.IdnHost.ToLowerInvariant() : "",
            course.Title,
            Instant.Text(days == 0 ? now : now.AddDays(days) - Slack),
            row.Class,
            row.Known);
    }

    private sealed record NewLink(string CourseId, string Source, long Revision, string Address, string Host, string Title, string DueAt, string Class, string? Known);

    private sealed class Changed
    {
        public string CourseId { get; init; } = "";
        public string Source { get; init; } = "";
        public long Revision { get; init; }
        public string Class { get; init; } = "";
        public string Course { get; init; } = "";
        public string? Known { get; init; }
    }
}
