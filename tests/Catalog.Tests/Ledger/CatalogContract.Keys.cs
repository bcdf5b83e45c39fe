using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private KeyLedger Keys => new(Store, Clock);

    [Fact]
    public async Task A_key_is_found_by_its_whole_text_alone()
    {
        var (key, text) = (await Keys.AddAsync("Бібліотека", [Scope.Curate, Scope.Read, Scope.Curate], 120, default))!.Value;
        Restart();
        var kept = await Keys.StandingAsync(default);

        Assert.Equal((key.Id, "Бібліотека", 120), (kept.Find(text)!.Id, kept.Find(text)!.Name, kept.Find(text)!.Rate));
        Assert.Equal([Scope.Read, Scope.Curate], key.Scopes);
        Assert.StartsWith(key.Prefix, text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "", key.Prefix, text[..^1], $"{text}A", $"{text[..^2]}{(text[^2] == 'A' ? 'B' : 'A')}{text[^1]}", text.ToUpperInvariant(), $"dci_aaaaaaaa{text[12..]}" })
        {
            Assert.Null(kept.Find(wrong));
        }
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_stays_on_record()
    {
        var (key, text) = (await Keys.AddAsync("Читальня", [Scope.Operate], null, default))!.Value;
        await Keys.UsedAsync(key.Id, default);
        Clock.PassDays(1);
        var revoked = Clock.GetUtcNow();
        await Keys.RevokeAsync(key.Id, default);
        Clock.PassDays(1);
        var again = await Keys.RevokeAsync(key.Id, default);

        Assert.Equal(revoked, again!.RevokedAt);
        Assert.False(again.Opens(Scope.Operate));
        Assert.Null((await Keys.StandingAsync(default)).Find(text));
        var listed = Assert.Single(await Keys.ListAsync(default));
        Assert.Equal((revoked.AddDays(-1), revoked.AddDays(-1), (int?)null), (listed.CreatedAt, listed.UsedAt!.Value, listed.Rate));
        Assert.Null(await Keys.RevokeAsync(99, default));
    }

    [Fact]
    public async Task Two_standing_keys_never_share_a_name()
    {
        var first = (await Keys.AddAsync("Оксана", [Scope.Curate], null, default))!.Value.Key;
        Assert.Null(await Keys.AddAsync("Оксана", [Scope.Read], null, default));
        await Keys.RevokeAsync(first.Id, default);
        Assert.NotNull(await Keys.AddAsync("Оксана", [Scope.Read], 0, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Keys.AddAsync("two\nlines", [Scope.Read], null, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Keys.AddAsync("Ніхто", [], null, default));
    }
}
