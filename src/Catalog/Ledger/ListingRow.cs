namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A kept raw listing as its row has it.</summary>
internal sealed class ListingRow
{
    public string Id { get; init; } = "";
    public string Source { get; init; } = "";
    public byte[] Raw { get; init; } = [];

    /// <summary>The next listings by id; retired courses are left out.</summary>
    public static Task<List<ListingRow>> PageAsync(LedgerTransaction tx, string? source, string after, int limit) => tx.QueryAsync<ListingRow>(
        $"""
        select c.id as Id, c.source as Source, l.raw as Raw
        from courses c join raw_listings l on l.id = c.id
        where c.id > @after and c.state <> 'retired' {(source is null ? "" : "and c.source = @source")}
        order by c.id
        limit @limit
        """,
        new { source, after, limit });
}
