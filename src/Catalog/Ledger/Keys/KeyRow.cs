namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A key as its row has it.</summary>
internal sealed class KeyRow
{
    public long Id { get; init; }
    public string Name { get; init; } = "";
    public string Prefix { get; init; } = "";
    public byte[] Salt { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public string Scopes { get; init; } = "";
    public int? Rate { get; init; }
    public string CreatedAt { get; init; } = "";
    public string? UsedAt { get; init; }
    public string? RevokedAt { get; init; }

    public ApiKey ToKey() => new(Id, Name, Prefix, Json.Read<IReadOnlyList<Scope>>(Scopes), Instant.Of(CreatedAt))
    {
        Rate = Rate,
        UsedAt = UsedAt is null ? null : Instant.Of(UsedAt),
        RevokedAt = RevokedAt is null ? null : Instant.Of(RevokedAt),
    };

    public KeptKeys.Secret ToSecret() => new(ToKey(), Salt, Hash);
}
