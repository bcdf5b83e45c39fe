using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Writes what looks have found, and gives revisions to the courses whose class or new address it changes.</summary>
internal static class LinkRecording
{
    private const string Update = """
        update links set
            due_at = @DueAt, class = @Class, since = @Since, checked_at = @CheckedAt, sight = @Sight, seen_address = @SeenAddress, status = @Status, reason = @Reason,
            failures = @Failures, first_failure_at = @FirstFailureAt, silences = @Silences, silent_since = @SilentSince, moved_to = @MovedTo
        where course_id = @CourseId
        """;

    public static async Task<int> RecordAsync(LedgerTransaction tx, IReadOnlyList<LinkJudgement> judgements, DateTimeOffset now)
    {
        var standing = (await tx.QueryByIdsAsync<Standing>(
                """
                select c.id as Id, c.link as Class, l.moved_to as MovedTo
                from courses c join links l on l.course_id = c.id
                where c.id in @ids and c.state <> 'retired'
                """,
                judgements.Select(judgement => judgement.CourseId)))
            .ToDictionary(row => row.Id, StringComparer.Ordinal);
        var known = judgements.Where(judgement => standing.ContainsKey(judgement.CourseId)).ToList();
        var changed = known
            .Where(judgement => standing[judgement.CourseId] is var before
                && (before.Class != Wire.Name(judgement.History.Class) || before.MovedTo != judgement.History.MovedTo))
            .OrderBy(judgement => judgement.CourseId, StringComparer.Ordinal)
            .ToList();
        await tx.ExecuteAsync(Update, known.ConvertAll(Values));
        if (changed.Count == 0)
        {
            return 0;
        }

        var first = await tx.FirstAsync<long>(
            "update counter set revision = revision + @by returning revision - @by + 1",
            new { by = (long)changed.Count });
        var at = Instant.Text(now);
        var raised = changed.Select((judgement, i) => new { judgement.CourseId, Class = Wire.Name(judgement.History.Class), at, revision = first + i }).ToList();
        // Only where the link has seen the course's newest address: else the next sync would miss that it changed.
        await tx.ExecuteAsync(
            """
            update links set revision = @revision
            where course_id = @CourseId and revision = (select c.revision from courses c where c.id = @CourseId)
            """,
            raised);
        await tx.ExecuteAsync("update courses set link = @Class, last_changed = @at, revision = @revision where id = @CourseId", raised);
        return changed.Count;
    }

    private static object Values(LinkJudgement judgement) => new
    {
        judgement.CourseId,
        DueAt = Instant.Text(judgement.DueAt),
        Class = Wire.Name(judgement.History.Class),
        Since = When(judgement.History.Since),
        CheckedAt = When(judgement.History.CheckedAt),
        Sight = judgement.History.Sight is { } sight ? Wire.Name(sight) : null,
        judgement.History.SeenAddress,
        judgement.History.Status,
        judgement.History.Reason,
        judgement.History.Failures,
        FirstFailureAt = When(judgement.History.FirstFailureAt),
        judgement.History.Silences,
        SilentSince = When(judgement.History.SilentSince),
        judgement.History.MovedTo,
    };

    private static string? When(DateTimeOffset? time) => time is { } at ? Instant.Text(at) : null;

    private sealed class Standing
    {
        public string Id { get; init; } = "";
        public string Class { get; init; } = "";
        public string? MovedTo { get; init; }
    }
}
