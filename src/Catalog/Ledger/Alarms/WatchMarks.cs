namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What the watch notes for itself: since when a source is meant to be harvested, and when a role was last alive.</summary>
public sealed class WatchMarks(LedgerStore store, TimeProvider clock)
{
    /// <summary>The role whose silence means that no night harvest happens.</summary>
    public const string Crawl = "crawl";

    /// <summary>A role that has not said a word for so long is not running; it speaks every few minutes.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(10);

    /// <summary>These sources are meant to be harvested, from now on where they are not noted already.</summary>
    public Task RememberAsync(IReadOnlyList<string> sources, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            "insert into watched_sources (source, since) values (@source, @since) on conflict (source) do nothing",
            sources.Select(source => new { source, since = Instant.Text(clock.GetUtcNow()) }).ToList()),
        ct);

    /// <summary>All other sources are not meant to be harvested any more: when they come back, their time begins anew.</summary>
    public Task ForgetOthersAsync(IReadOnlyList<string> sources, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync(
            "delete from watched_sources where source = @source",
            (await tx.QueryAsync<string>("select source from watched_sources")).Except(sources).Select(source => new { source }).ToList()),
        ct);

    /// <summary>Since when each source is meant to be harvested, in UTC.</summary>
    public Task<IReadOnlyDictionary<string, DateTimeOffset>> SinceAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyDictionary<string, DateTimeOffset>>(
        async tx => (await tx.QueryAsync<Mark>("select source as Name, since as At from watched_sources"))
            .ToDictionary(mark => mark.Name, mark => Instant.Of(mark.At), StringComparer.Ordinal),
        ct);

    /// <summary>The role is alive now.</summary>
    public Task BeatAsync(string role, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            "insert into heartbeats (role, beat_at) values (@role, @at) on conflict (role) do update set beat_at = excluded.beat_at",
            new { role, at = Instant.Text(clock.GetUtcNow()) }),
        ct);

    /// <summary>When the role was last alive; null: never.</summary>
    public Task<DateTimeOffset?> LastBeatAsync(string role, CancellationToken ct) => store.ReadAsync(
        async tx => await tx.FirstAsync<string>("select beat_at from heartbeats where role = @role", new { role }) is { } at ? Instant.Of(at) : (DateTimeOffset?)null,
        ct);

    private sealed class Mark
    {
        public string Name { get; init; } = "";
        public string At { get; init; } = "";
    }
}
