using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The lists of courses that people keep on the server. Whoever has the secret changes a list, anybody who has its number reads it, nobody can
/// ask for all but an operator. What is not used for two years is let go.
/// </summary>
public sealed class ListLedger(LedgerStore store, TimeProvider clock)
{
    /// <summary>New lists within an hour, from everybody together; more is no honest use.</summary>
    public const int MostAnHour = 300;

    /// <summary>Months without use after which a list is let go.</summary>
    public const int MonthsKept = 24;

    /// <summary>Days for which a list that was taken down can come back.</summary>
    public const int DaysOfTheRemoved = 30;

    // No letters and digits that are taken for one another on paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int NumberLength = 10;
    private const int SecretLength = 28;
    private const string Columns = "select id as Id, content as Content, created_at as CreatedAt, changed_at as ChangedAt, used_at as UsedAt from course_lists";

    /// <summary>Keeps a new list; null where too many were made within the last hour.</summary>
    public Task<NewCourseList?> AddAsync(ChosenCourses list, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var now = clock.GetUtcNow();
            if (await tx.FirstAsync<long>("select count(*) from course_lists where created_at > @since", new { since = Instant.Text(now.AddHours(-1)) }) >= MostAnHour)
            {
                return null;
            }

            var made = new NewCourseList(RandomNumberGenerator.GetString(Letters, NumberLength), RandomNumberGenerator.GetString(Letters, SecretLength));
            await tx.ExecuteAsync(
                "insert into course_lists (id, secret_hash, content, created_at, changed_at, used_at) values (@Id, @hash, @content, @at, @at, @at)",
                new { made.Id, hash = HashOf(made.Secret), content = Json.Of(list), at = Instant.Text(now) });
            return made;
        },
        ct);

    /// <summary>A list by its number; null where there is none. Reading is use, noted once a day.</summary>
    public async Task<KeptCourseList?> FindAsync(string id, CancellationToken ct)
    {
        var found = await store.ReadAsync(async tx => (await tx.FirstAsync<Row>($"{Columns} where id = @id and removed_at is null", new { id }))?.ToList(), ct);
        var now = clock.GetUtcNow();
        if (found is not null && now - found.UsedAt > TimeSpan.FromDays(1))
        {
            await store.WriteAsync(tx => tx.ExecuteAsync("update course_lists set used_at = @at where id = @id", new { id, at = Instant.Text(now) }), ct);
        }

        return found;
    }

    /// <summary>Whether a secret opens a list.</summary>
    public Task<ListChange> OpenAsync(string id, string secret, CancellationToken ct) => store.ReadAsync(tx => CheckAsync(tx, id, secret), ct);

    /// <summary>Puts another content in the place of a list's.</summary>
    public Task<ListChange> ReplaceAsync(string id, string secret, ChosenCourses list, CancellationToken ct) => ChangeAsync(
        id, secret, "update course_lists set content = @content, changed_at = @at, used_at = @at where id = @id", Json.Of(list), ct);

    /// <summary>Takes a list away, for whoever has its secret.</summary>
    public Task<ListChange> DeleteAsync(string id, string secret, CancellationToken ct) => ChangeAsync(id, secret, "delete from course_lists where id = @id", "", ct);

    /// <summary>Takes a list away, for the operator; false where there is none.</summary>
    public Task<bool> RemoveAsync(string id, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync("delete from course_lists where id = @id", new { id }) > 0, ct);

    /// <summary>Takes a list out of sight, so that nobody reads or changes it; false where there is none in sight. After <see cref="DaysOfTheRemoved"/> it goes for ever.</summary>
    public Task<bool> TakeDownAsync(string id, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync("update course_lists set removed_at = @at where id = @id and removed_at is null", new { id, at = Instant.Text(clock.GetUtcNow()) }) > 0, ct);

    /// <summary>Puts a list back that was taken down; false where there is none such.</summary>
    public Task<bool> PutBackAsync(string id, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync("update course_lists set removed_at = null where id = @id and removed_at is not null", new { id }) > 0, ct);

    /// <summary>The lists that were taken down, newest change first.</summary>
    public Task<IReadOnlyList<KeptCourseList>> TakenDownAsync(CancellationToken ct) => store.ReadAsync(
        async tx => (IReadOnlyList<KeptCourseList>)[.. (await tx.QueryAsync<Row>($"{Columns} where removed_at is not null order by changed_at desc, id")).Select(row => row.ToList())], ct);

    /// <summary>The lists that were changed last, newest first.</summary>
    public Task<IReadOnlyList<KeptCourseList>> NewestAsync(int most, CancellationToken ct) => store.ReadAsync(
        async tx => (IReadOnlyList<KeptCourseList>)[.. (await tx.QueryAsync<Row>($"{Columns} where removed_at is null order by changed_at desc, id limit @most", new { most })).Select(row => row.ToList())], ct);

    private Task<ListChange> ChangeAsync(string id, string secret, string sql, string content, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var opened = await CheckAsync(tx, id, secret);
            if (opened == ListChange.Done)
            {
                await tx.ExecuteAsync(sql, new { id, content, at = Instant.Text(clock.GetUtcNow()) });
            }

            return opened;
        },
        ct);

    private static async Task<ListChange> CheckAsync(LedgerTransaction tx, string id, string secret) =>
        await tx.FirstAsync<string>("select secret_hash from course_lists where id = @id and removed_at is null", new { id }) is not { } hash ? ListChange.NoSuchList
        : CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(secret))) ? ListChange.Done
        : ListChange.WrongSecret;

    // The secret is random and long: a slow hash would add nothing.
    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Content { get; init; } = "";
        public string CreatedAt { get; init; } = "";
        public string ChangedAt { get; init; } = "";
        public string UsedAt { get; init; } = "";

        public KeptCourseList ToList() => new(Id, Json.Read<ChosenCourses>(Content), Instant.Of(CreatedAt), Instant.Of(ChangedAt), Instant.Of(UsedAt));
    }
}
