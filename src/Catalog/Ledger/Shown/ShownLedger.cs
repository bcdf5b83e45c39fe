namespace DcCourseIndex.Catalog.Ledger;

/// <summary>How often each course was shown: a number and nothing of readers. No revision: nobody needs to follow it.</summary>
public sealed class ShownLedger(LedgerStore store)
{
    /// <summary>Adds to the numbers of courses that the catalogue knows; others are passed over.</summary>
    public Task AddAsync(IReadOnlyDictionary<string, int> shown, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            """
            insert into course_shown (course_id, shown)
            select id, @shown from courses where id = @id
            on conflict (course_id) do update set shown = course_shown.shown + excluded.shown
            """,
            shown.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new { id = pair.Key, shown = pair.Value }).ToList()),
        ct);

    /// <summary>The numbers of all courses that were ever shown.</summary>
    public Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyDictionary<string, long>>(
        async tx => (await tx.QueryAsync<(string Id, long Shown)>("select course_id, shown from course_shown")).ToDictionary(row => row.Id, row => row.Shown, StringComparer.Ordinal),
        ct);
}
