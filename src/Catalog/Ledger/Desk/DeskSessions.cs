using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Who is signed in at the desk. The secret that a browser keeps leaves here once; the store has its digest. A session ends by signing out, after
/// <see cref="Life"/>, and with its key, whichever is first; every node of the service knows it at once.
/// </summary>
public sealed class DeskSessions(LedgerStore store, TimeProvider clock)
{
    /// <summary>A long working day.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(10);

    private const int Bytes = 32;

    /// <summary>Opens a session for the holder of a key; the secret by which it is found.</summary>
    public async Task<string> OpenAsync(ApiKey key, CancellationToken ct)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow();
        await store.WriteAsync(
            tx => tx.ExecuteAsync(
                "insert into desk_sessions (digest, key_id, opened_at, ends_at) values (@digest, @Id, @at, @end)",
                new { digest = Digest(secret), key.Id, at = Instant.Text(now), end = Instant.Text(now + Life) }),
            ct);
        return secret;
    }

    /// <summary>The standing key behind a secret; null where the session has ended, or there never was one.</summary>
    public Task<ApiKey?> FindAsync(string secret, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<KeyRow>(
            """
            select k.id as Id, k.name as Name, k.prefix as Prefix, k.salt as Salt, k.hash as Hash, k.scopes as Scopes, k.rate as Rate,
                   k.created_at as CreatedAt, k.used_at as UsedAt, k.revoked_at as RevokedAt
            from desk_sessions s join api_keys k on k.id = s.key_id
            where s.digest = @digest and s.ends_at > @now and k.revoked_at is null
            """,
            new { digest = Digest(secret), now = Instant.Text(clock.GetUtcNow()) }))?.ToKey(),
        ct);

    /// <summary>Ends a session. Twice is once.</summary>
    public Task CloseAsync(string secret, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync("delete from desk_sessions where digest = @digest", new { digest = Digest(secret) }), ct);

    // The secret is random and long: a slow hash would add nothing.
    private static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
