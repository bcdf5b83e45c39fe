namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A key as people see it: everything but its secret. <paramref name="Prefix"/> is the beginning of the key, by which its holder knows it.</summary>
public sealed record ApiKey(long Id, string Name, string Prefix, IReadOnlyList<Scope> Scopes, DateTimeOffset CreatedAt)
{
    /// <summary>Requests a minute that the key may make; null: as many as anybody, 0: without limit.</summary>
    public int? Rate { get; init; }

    /// <summary>To the minute; null where it was never used.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>From then on the key opens nothing; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public bool Opens(Scope scope) => RevokedAt is null && Scopes.Contains(scope);
}
