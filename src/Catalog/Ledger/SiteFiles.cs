namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A file in which an origin speaks to crawlers, as it was last read; no <paramref name="Body"/> where the origin said that it has none.</summary>
public sealed record SiteFile(ReadOnlyMemory<byte>? Body, DateTimeOffset ReadAt);

/// <summary>The last good copies of robots.txt and tdmrep.json, kept so that they outlive restarts and outages. An origin is <c>https://host:port</c>.</summary>
public sealed class SiteFiles(LedgerStore store)
{
    /// <summary>The copy, however old; null where the file was never read.</summary>
    public Task<SiteFile?> FindAsync(string origin, string name, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<Row>("select body as Body, read_at as ReadAt from site_files where origin = @origin and name = @name", new { origin, name }))?.ToFile(),
        ct);

    /// <summary>Replaces the copy.</summary>
    public Task KeepAsync(string origin, string name, SiteFile file, CancellationToken ct)
    {
        var body = file.Body is { } bytes ? Packed.Bytes(bytes.Span) : null;
        return store.WriteAsync(
            tx => tx.ExecuteAsync(
                """
                insert into site_files (origin, name, body, read_at) values (@origin, @name, @body, @at)
                on conflict (origin, name) do update set body = excluded.body, read_at = excluded.read_at
                """,
                new { origin, name, body, at = Instant.Text(file.ReadAt) }),
            ct);
    }

    private sealed class Row
    {
        public byte[]? Body { get; init; }
        public string ReadAt { get; init; } = "";

        public SiteFile ToFile() => new(Body is null ? null : Packed.ReadBytes(Body), Instant.Of(ReadAt));
    }
}
