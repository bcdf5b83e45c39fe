namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The sources that are left alone for a while; kept in the catalogue, so that a restart forgets none. Doing a thing twice is doing it once.</summary>
public sealed class SourceRests(LedgerStore store)
{
    private const string Columns = "source as Source, failures as Failures, until as Until, asked_by_portal as AskedByPortal, because as Because";

    /// <summary>What is known of a source, also when its time has come; null where its last run did well.</summary>
    public Task<SourceRest?> FindAsync(string source, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<Row>($"select {Columns} from source_rests where source = @source", new { source }))?.ToRest(),
        ct);

    public Task KeepAsync(string source, SourceRest rest, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            """
            insert into source_rests (source, failures, until, asked_by_portal, because) values (@source, @Failures, @until, @asked, @Because)
            on conflict (source) do update set
                failures = excluded.failures, until = excluded.until, asked_by_portal = excluded.asked_by_portal, because = excluded.because
            """,
            new { source, rest.Failures, until = Instant.Text(rest.Until), asked = rest.AskedByPortal ? 1 : 0, rest.Because }),
        ct);

    public Task EndAsync(string source, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync("delete from source_rests where source = @source", new { source }),
        ct);

    internal static async Task<IReadOnlyDictionary<string, SourceRest>> AllAsync(LedgerTransaction tx) =>
        (await tx.QueryAsync<Row>($"select {Columns} from source_rests")).ToDictionary(row => row.Source, row => row.ToRest(), StringComparer.Ordinal);

    private sealed class Row
    {
        public string Source { get; init; } = "";
        public int Failures { get; init; }
        public string Until { get; init; } = "";
        public long AskedByPortal { get; init; }
        public string Because { get; init; } = "";

        public SourceRest ToRest() => new(Failures, Instant.Of(Until), AskedByPortal != 0, Because);
    }
}
