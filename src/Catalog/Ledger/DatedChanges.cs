namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A change with the moment at which it was written (UTC); tombstones have one too.</summary>
public sealed record DatedChange(DateTimeOffset At, CourseChange Change);

/// <summary>Which changes are meant: from a moment on (itself included), before another, of one source, or tombstones alone. Null means no bound.</summary>
public sealed record ChangeRange(DateTimeOffset? From = null, DateTimeOffset? Before = null, string? Source = null, bool OnlyRetired = false);

/// <summary>Dated changes in order of revision, with the position of the whole catalogue from the same view of the store.</summary>
public sealed record DatedPage(CatalogPosition Catalog, IReadOnlyList<DatedChange> Changes);

/// <summary>
/// The ledger as harvesters read it who ask by time: what changed between two moments, by revision. A course that changes while somebody reads
/// takes a later revision and so comes again further on; nothing is missed.
/// </summary>
public sealed class DatedChanges(LedgerStore store)
{
    /// <summary>Changes of the range after a revision, oldest revision first; empty means that there are no more.</summary>
    public Task<DatedPage> AfterAsync(ChangeRange range, long revision, int limit, CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            var rows = await tx.QueryAsync<CourseRow>($"{CourseRow.Select} {Within(range)} order by c.revision limit @limit", Values(range, revision, limit));
            return new DatedPage(await LedgerStore.PositionAsync(tx), await DatedAsync(tx, rows));
        },
        ct);

    /// <summary>How many courses and tombstones the range holds.</summary>
    public Task<int> CountAsync(ChangeRange range, CancellationToken ct) => store.ReadAsync(
        async tx => (int)await tx.FirstAsync<long>($"select count(*) from courses c {Within(range)}", Values(range, 0, 0)),
        ct);

    /// <summary>One course or tombstone; null where the id was never given.</summary>
    public Task<DatedChange?> FindAsync(string id, CancellationToken ct) => store.ReadAsync(
        async tx => (await DatedAsync(tx, await tx.QueryAsync<CourseRow>($"{CourseRow.Select} where c.id = @id", new { id }))) is [var found] ? found : null,
        ct);

    /// <summary>The earliest moment that a change has; null in an empty catalogue.</summary>
    public Task<DateTimeOffset?> EarliestAsync(CancellationToken ct) => store.ReadAsync(
        async tx => await tx.FirstAsync<string?>("select min(last_changed) from courses") is { } text ? Instant.Of(text) : (DateTimeOffset?)null,
        ct);

    private static async Task<IReadOnlyList<DatedChange>> DatedAsync(LedgerTransaction tx, List<CourseRow> rows) =>
        [.. (await CourseRow.ToChangesAsync(tx, rows)).Zip(rows, (change, row) => new DatedChange(Instant.Of(row.LastChanged), change))];

    private static string Within(ChangeRange range) => string.Concat(
        "where c.revision > @revision",
        range.From is null ? "" : " and c.last_changed >= @from",
        range.Before is null ? "" : " and c.last_changed < @before",
        range.Source is null ? "" : " and c.source = @source",
        range.OnlyRetired ? " and c.state = 'retired'" : "");

    private static object Values(ChangeRange range, long revision, int limit) => new
    {
        revision,
        limit,
        source = range.Source,
        from = range.From is { } from ? Instant.Text(from) : null,
        before = range.Before is { } before ? Instant.Text(before) : null,
    };
}
