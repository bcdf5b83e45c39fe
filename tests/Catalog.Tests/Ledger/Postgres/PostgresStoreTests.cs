using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

[Collection(nameof(PostgresServer))]
public sealed class PostgresStoreTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string connection = server.NewSchema();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Many_who_open_a_new_store_at_once_agree_on_its_epoch()
    {
        const int many = 8;
        var stores = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => Task.Run(() => Open())));
        var epochs = await Task.WhenAll(stores.Select(async store => (await store.PositionAsync(default)).Epoch));
        Assert.Single(epochs.Distinct());
        Array.ForEach(stores, store => store.Dispose());
    }

    [Fact]
    public void A_store_of_the_demo_does_not_serve_as_the_service()
    {
        var place = new LedgerPlace(folder.Path, connection);
        Assert.Null(LedgerStore.PurposeOf(place));
        LedgerStore.Open(place, TimeProvider.System, LedgerStore.Demo).Dispose();
        Assert.Equal(LedgerStore.Demo, LedgerStore.PurposeOf(place));
        Assert.Throws<LedgerRefusedException>(Open);
    }

    [Fact]
    public async Task A_server_that_was_started_anew_is_found_again()
    {
        using var store = Open();
        var switches = new SourceSwitches(store, TimeProvider.System);
        await switches.PauseAsync("portal", default);
        server.Restart();
        Assert.True(await switches.IsPausedAsync("portal", default));
        server.Restart();
        await switches.ResumeAsync("portal", default);
        Assert.False(await switches.IsPausedAsync("portal", default));
    }

    [Fact]
    public async Task Who_waits_for_his_turn_to_write_can_be_cancelled()
    {
        using var one = Open();
        using var other = Open();
        var holding = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var first = one.WriteAsync(
            async _ =>
            {
                holding.SetResult();
                await release.Task;
                return 0;
            },
            default);
        await holding.Task;
        using var patience = new CancellationTokenSource();
        var second = other.WriteAsync(_ => Task.FromResult(0), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        release.SetResult();
        await first;
        Assert.Equal(1, await other.WriteAsync(_ => Task.FromResult(1), default));
    }

    [Fact]
    public async Task Who_falls_silent_in_the_midst_of_writing_loses_the_turn_to_others_and_does_it_again()
    {
        // The tables are made before, by one who may take his time on a busy machine.
        using var other = Open();
        using var silent = LedgerStore.Open(new LedgerPlace(folder.Path, $"{connection};Options=-c idle_in_transaction_session_timeout=2000"), TimeProvider.System);
        var holding = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var before = (await other.PositionAsync(default)).Revision;
        var first = silent.RepeatAsync(
            async tx =>
            {
                await tx.ExecuteAsync("update counter set revision = revision + 10");
                holding.TrySetResult();
                await release.Task;
                return await tx.ExecuteAsync("update counter set revision = revision + 1");
            },
            default);
        await holding.Task;
        await other.WriteAsync(tx => tx.ExecuteAsync("update counter set revision = revision + 100"), default);
        release.SetResult();
        Assert.Equal(1, await first);
        Assert.Equal(before + 111, (await other.PositionAsync(default)).Revision);
    }

    [Fact]
    public async Task Whoever_writes_may_be_silent_for_a_minute_and_whoever_reads_for_an_hour()
    {
        using var store = Open();
        Assert.Equal("1min", await store.WriteAsync(SilenceAsync, default));
        Assert.Equal("1min", await store.BesideAsync(SilenceAsync, default));
        Assert.Equal("1h", await store.ReadAsync(SilenceAsync, default));

        static Task<string?> SilenceAsync(LedgerTransaction tx) => tx.FirstAsync<string>("show idle_in_transaction_session_timeout");
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named_without_the_password()
    {
        var refusal = Assert.Throws<LedgerRefusedException>(() => LedgerStore.Open(
            new LedgerPlace(folder.Path, $"Host={folder.Path};Database=catalogue;Username=librarian;Password=secret-of-the-house"), TimeProvider.System));
        Assert.Contains("catalogue", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("catalog.connection", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-house", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_connection_string_is_refused()
    {
        var refusal = Assert.Throws<LedgerRefusedException>(() => LedgerStore.Open(new LedgerPlace(folder.Path, "Hosst=here"), TimeProvider.System));
        Assert.Contains("catalog.connection", refusal.Message, StringComparison.Ordinal);
    }

    private LedgerStore Open() => LedgerStore.Open(new LedgerPlace(folder.Path, connection), TimeProvider.System);
}
