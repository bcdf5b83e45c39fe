namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The fetcher's memory of pages, so that a portal is asked only for what is new and «not modified» still yields the page.</summary>
public sealed class PageMemory(LedgerStore store, TimeProvider clock)
{
    /// <summary>In bytes; a larger body is not remembered, and what was remembered of its address is forgotten.</summary>
    public const int LargestBody = 2 * 1024 * 1024;

    private const int LongestAddress = 2000;

    // A page of every night would else cost a write every night.
    private static readonly TimeSpan NotedEvery = TimeSpan.FromDays(30);

    public Task<RememberedPage?> FindAsync(string source, string address, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<Row>(
            """
            select etag as ETag, last_modified as LastModified, content_type as ContentType, body as Body, headers as Headers, seen_at as SeenAt
            from pages where source = @source and address = @address
            """,
            new { source, address }))?.ToPage(),
        ct);

    /// <summary>Remembers the newest answer of an address. Too large a body, or an address over 2000 characters, is not remembered.</summary>
    public Task RememberAsync(string source, string address, RememberedPage page, CancellationToken ct)
    {
        if (page.Body.Length > LargestBody || address.Length > LongestAddress)
        {
            return store.WriteAsync(tx => tx.ExecuteAsync("delete from pages where source = @source and address = @address", new { source, address }), ct);
        }

        var body = Packed.Bytes(page.Body.Span);
        return store.WriteAsync(
            tx => tx.ExecuteAsync(
                """
                insert into pages (source, address, etag, last_modified, content_type, body, headers, seen_at)
                values (@source, @address, @ETag, @LastModified, @ContentType, @body, @headers, @at)
                on conflict (source, address) do update set
                    etag = excluded.etag, last_modified = excluded.last_modified, content_type = excluded.content_type,
                    body = excluded.body, headers = excluded.headers, seen_at = excluded.seen_at
                """,
                new { source, address, page.ETag, page.LastModified, page.ContentType, body, headers = Json.Of(page.Headers), at = Instant.Text(clock.GetUtcNow()) }),
            ct);
    }

    /// <summary>Notes that a page was found unchanged, at most once in <see cref="NotedEvery"/>, so that it is not erased as unused.</summary>
    public Task SeenAgainAsync(string source, string address, RememberedPage page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return now - page.SeenAt < NotedEvery
            ? Task.CompletedTask
            : store.WriteAsync(tx => tx.ExecuteAsync("update pages set seen_at = @at where source = @source and address = @address", new { source, address, at = Instant.Text(now) }), ct);
    }

    /// <summary>Forgets all pages of a source, so that the next run asks for everything again.</summary>
    public Task ForgetAsync(string source, CancellationToken ct) =>
        store.WriteAsync(tx => tx.ExecuteAsync("delete from pages where source = @source", new { source }), ct);

    private sealed class Row
    {
        public string? ETag { get; init; }
        public string? LastModified { get; init; }
        public string? ContentType { get; init; }
        public byte[] Body { get; init; } = [];
        public string Headers { get; init; } = "{}";
        public string SeenAt { get; init; } = "";

        public RememberedPage ToPage() => new(ETag, LastModified, ContentType, Packed.ReadBytes(Body))
        {
            Headers = Json.Read<Dictionary<string, string>>(Headers),
            SeenAt = Instant.Of(SeenAt),
        };
    }
}
