namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Sources that an operator has paused; kept in the catalogue, so that every role knows. Doing a thing twice is doing it once.</summary>
public sealed class SourceSwitches(LedgerStore store, TimeProvider clock)
{
    public Task PauseAsync(string source, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            "insert into paused_sources (source, paused_at) values (@source, @at) on conflict (source) do nothing",
            new { source, at = Instant.Text(clock.GetUtcNow()) }),
        ct);

    public Task ResumeAsync(string source, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync("delete from paused_sources where source = @source", new { source }),
        ct);

    public Task<bool> IsPausedAsync(string source, CancellationToken ct) => store.ReadAsync(
        async tx => await tx.FirstAsync<long>("select count(*) from paused_sources where source = @source", new { source }) > 0,
        ct);
}
