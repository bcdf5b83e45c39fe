namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Keeps what is known of the courses' addresses: which are due for a look, and what the looks have found.</summary>
public sealed class LinkLedger(LedgerStore store, TimeProvider clock)
{
    private const int CoursesAPage = 500;

    /// <summary>Brings the links up to the courses: new ones, changed addresses, retired ones. First looks at new ones are spread over a week.</summary>
    public async Task SyncAsync(CancellationToken ct)
    {
        while (await store.WriteAsync(tx => LinkSync.PageAsync(tx, CoursesAPage, clock.GetUtcNow()), ct) == CoursesAPage)
        {
        }
    }

    /// <summary>Links that are due, longest waiting first.</summary>
    public Task<IReadOnlyList<CourseLink>> DueAsync(LinkChoice choice, int limit, CancellationToken ct) => ListAsync(
        $"{LinkRow.Select} {choice.Condition} order by l.due_at, l.course_id limit @limit",
        choice.Values(clock.GetUtcNow(), limit),
        ct);

    /// <summary>All links of a host, by course.</summary>
    public Task<IReadOnlyList<CourseLink>> OfHostAsync(string host, CancellationToken ct) =>
        ListAsync($"{LinkRow.Select} where l.host = @host order by l.course_id", new { host }, ct);

    /// <summary>How many links are due.</summary>
    public Task<int> WaitingAsync(LinkChoice choice, CancellationToken ct) => store.ReadAsync(
        async tx => (int)await tx.FirstAsync<long>(
            $"select count(*) from links l join courses c on c.id = l.course_id and c.state <> 'retired' {choice.Condition}",
            choice.Values(clock.GetUtcNow(), 0)),
        ct);

    /// <summary>What is known of one course's address; null before its first look.</summary>
    public Task<LinkHistory?> FindAsync(string courseId, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<LinkRow>($"{LinkRow.Select} where l.course_id = @courseId and l.checked_at is not null", new { courseId }))?.ToLink().History,
        ct);

    /// <summary>
    /// Keeps what looks have found, all in one transaction. A course whose class or new address differs from what stands takes the next revision.
    /// Returns how many did.
    /// </summary>
    public Task<int> RecordAsync(IReadOnlyList<LinkJudgement> judgements, CancellationToken ct) =>
        judgements.Count == 0 ? Task.FromResult(0) : store.WriteAsync(tx => LinkRecording.RecordAsync(tx, judgements, clock.GetUtcNow()), ct);

    private Task<IReadOnlyList<CourseLink>> ListAsync(string sql, object values, CancellationToken ct) => store.ReadAsync<IReadOnlyList<CourseLink>>(
        async tx => [.. (await tx.QueryAsync<LinkRow>(sql, values)).Select(row => row.ToLink())],
        ct);
}
