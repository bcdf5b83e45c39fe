namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Lets a complete run count for the courses of its source that were missing before it and that it does not list either.</summary>
internal static class AbsenceCounting
{
    /// <summary>Whether the run says anything about courses that it does not list; a list without one course is a broken list, whatever the caller made of it.</summary>
    public static async Task<bool> CountsAsync(LedgerTransaction tx, RunRow run)
    {
        if (run.Ending != "complete" || run.Found == 0)
        {
            return false;
        }

        // An accepted old list says nothing of now.
        var values = new { run.Source, run.Id };
        var later = await tx.FirstAsync<long>(
            "select count(*) from runs where source = @Source and id > @Id and state = 'promoted' and ending = 'complete'", values);
        if (later > 0)
        {
            return false;
        }

        var before = await tx.FirstAsync<string>(
            "select ended_at from runs where source = @Source and id < @Id and state = 'promoted' and ending = 'complete' order by id desc limit 1", values);
        return before is null || string.CompareOrdinal(before, run.EndedAt) <= 0;
    }

    /// <summary>One more complete run without them; no new state, so no revision.</summary>
    public static async Task CountAsync(LedgerTransaction tx, RunRow run, LedgerOptions options)
    {
        // Courses went missing run by run, so that there are few different times.
        var times = await tx.QueryAsync<string>(
            "select distinct missing_counted_at from courses where source = @Source and state = 'missing'", new { run.Source });
        foreach (var counted in times)
        {
            if (Absence.Days(Instant.Of(counted), Instant.Of(run.EndedAt!), options.RetireAfterDays) is { } days)
            {
                await tx.ExecuteAsync(
                    $"""
                    update courses set missing_runs = missing_runs + 1, missing_days = missing_days + @days, missing_counted_at = @EndedAt
                    where source = @Source and state = 'missing' and missing_counted_at = @counted and {PromotionSql.NotListedBy("@Id")}
                    """,
                    new { run.Source, run.Id, run.EndedAt, counted, days });
            }
        }
    }

    /// <summary>Times that lie after the run's own stem from a clock that was ahead; they must not keep later runs from counting.</summary>
    public static Task<int> MendTimesAsync(LedgerTransaction tx, RunRow run) => tx.ExecuteAsync(
        """
        update courses set
            missing_counted_at = @EndedAt,
            missing_since = case when missing_since > @EndedAt then @EndedAt else missing_since end
        where source = @Source and state = 'missing' and missing_counted_at > @EndedAt
        """,
        new { run.Source, run.EndedAt });
}
