namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Takes forgotten people out of librarians' verdicts.</summary>
internal static class VerdictTexts
{
    private const string Nobody = "[ім’я вилучено]";

    /// <summary>A value that names somebody is erased and its verdict withdrawn, a note erased, a signature replaced.</summary>
    public static async Task ForgetAsync(LedgerTransaction tx, Func<string, bool> named, DateTimeOffset now)
    {
        foreach (var row in await tx.QueryAsync<CourseVerdictRow>($"select {CourseVerdictRow.Columns} from course_verdicts"))
        {
            var who = Named(row.SaidBy) ? Nobody : row.SaidBy;
            var withdrawer = Named(row.WithdrawnBy) ? Nobody : row.WithdrawnBy;
            if (who != row.SaidBy || withdrawer != row.WithdrawnBy || Named(row.Note))
            {
                await tx.ExecuteAsync("update course_verdicts set said_by = @who, withdrawn_by = @withdrawer, note = @note where id = @Id", new { row.Id, who, withdrawer, note = Named(row.Note) ? null : row.Note });
            }

            if (Named(row.Value))
            {
                var at = Instant.Text(now);
                await tx.ExecuteAsync("update course_verdicts set value = null, withdrawn_by = coalesce(withdrawn_by, 'forget'), withdrawn_at = coalesce(withdrawn_at, @at) where id = @Id", new { row.Id, at });
                var revision = await tx.FirstAsync<long>("update counter set revision = revision + 1 returning revision");
                await tx.ExecuteAsync("update courses set last_changed = @at, revision = @revision where id = @CourseId", new { row.CourseId, at, revision });
            }
        }

        bool Named(string? text) => text is not null && named(text);
    }
}
