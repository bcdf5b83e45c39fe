namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The keys to the API: made, listed, revoked. The text of a key leaves here once, when it is made, and is kept nowhere.</summary>
public sealed class KeyLedger(LedgerStore store, TimeProvider clock)
{
    /// <summary>Longest name of a key, in UTF-16 units.</summary>
    public const int LongestName = 80;

    private const string Columns =
        "id as Id, name as Name, prefix as Prefix, salt as Salt, hash as Hash, scopes as Scopes, rate as Rate, created_at as CreatedAt, used_at as UsedAt, revoked_at as RevokedAt";

    /// <summary>
    /// Makes a key and gives its text, which nobody can be shown again; null where a standing key has the name already, because verdicts are signed with it.
    /// <paramref name="rate"/> as in <see cref="ApiKey.Rate"/>. Throws <see cref="ArgumentException"/> for a name that <see cref="Objection"/> refuses, and for no scope.
    /// </summary>
    public Task<(ApiKey Key, string Text)?> AddAsync(string name, IReadOnlyList<Scope> scopes, int? rate, CancellationToken ct)
    {
        if (Objection(name) is { } objection)
        {
            throw new ArgumentException(objection, nameof(name));
        }

        if (scopes.Count == 0)
        {
            throw new ArgumentException("A key opens at least one thing.", nameof(scopes));
        }

        var (prefix, text) = KeySecret.Make();
        var salt = KeySecret.Salt();
        return store.WriteAsync<(ApiKey, string)?>(
            async tx => await tx.FirstAsync<KeyRow>(
                $"""
                insert into api_keys (name, prefix, salt, hash, scopes, rate, created_at)
                select @name, @prefix, @salt, @hash, @scopes, @rate, @at
                where not exists (select 1 from api_keys where name = @name and revoked_at is null)
                returning {Columns}
                """,
                new { name, prefix, salt, hash = KeySecret.Hash(salt, text), scopes = Json.Of(scopes.Distinct().Order()), rate, at = Instant.Text(clock.GetUtcNow()) }) is { } row
                ? (row.ToKey(), text)
                : null,
            ct);
    }

    /// <summary>Every key that ever was, the oldest first.</summary>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<ApiKey>>(
        async tx => [.. (await tx.QueryAsync<KeyRow>($"select {Columns} from api_keys order by id")).Select(row => row.ToKey())],
        ct);

    /// <summary>Takes a key's power for ever; the first time stands. Null where there is no such key.</summary>
    public Task<ApiKey?> RevokeAsync(long id, CancellationToken ct) => store.WriteAsync(
        async tx => (await tx.FirstAsync<KeyRow>(
            $"update api_keys set revoked_at = coalesce(revoked_at, @at) where id = @id returning {Columns}",
            new { id, at = Instant.Text(clock.GetUtcNow()) }))?.ToKey(),
        ct);

    /// <summary>The keys that open something now.</summary>
    public Task<KeptKeys> StandingAsync(CancellationToken ct) => store.ReadAsync(
        async tx => new KeptKeys((await tx.QueryAsync<KeyRow>($"select {Columns} from api_keys where revoked_at is null")).Select(row => row.ToSecret())),
        ct);

    /// <summary>Notes that a key was used now.</summary>
    public Task UsedAsync(long id, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync("update api_keys set used_at = @at where id = @id", new { id, at = Instant.Text(clock.GetUtcNow()) }),
        ct);

    /// <summary>What is wrong with a name; null where it can name a key.</summary>
    public static string? Objection(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name != name.Trim() || name.Any(char.IsControl)
            ? $"A key is named in 1 to {LongestName} characters on one line, without blanks at its ends: who holds it, as it shall stand beside verdicts."
            : null;
}
