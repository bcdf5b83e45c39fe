using DcCourseIndex.Catalog.Ledger;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public sealed class LedgerStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Opening_makes_the_folder()
    {
        var deep = Path.Combine(folder.Path, "a", "b");
        using var store = LedgerStore.Open(deep, clock);
        Assert.Equal(Path.Combine(deep, "catalogue.sqlite"), store.Name);
        Assert.True(File.Exists(store.Name));
    }

    [Fact]
    public async Task A_closed_store_is_one_file()
    {
        using (var store = LedgerStore.Open(folder.Path, clock))
        {
            await store.PositionAsync(default);
        }

        Assert.Equal(LedgerStore.Service, LedgerStore.PurposeOf(folder.Path));
        Assert.Equal(["catalogue.sqlite"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Migrations_are_applied_once()
    {
        CatalogPosition first;
        using (var store = LedgerStore.Open(folder.Path, clock))
        {
            first = await store.PositionAsync(default);
        }

        var applied = Ask("select group_concat(number || name || applied_at) from migrations");
        clock.PassDays(1);
        using (var store = LedgerStore.Open(folder.Path, clock))
        {
            Assert.Equal(first, await store.PositionAsync(default));
        }

        Assert.Equal(applied, Ask("select group_concat(number || name || applied_at) from migrations"));
    }

    [Fact]
    public async Task Two_stores_have_two_epochs()
    {
        using var one = LedgerStore.Open(Path.Combine(folder.Path, "one"), clock);
        using var two = LedgerStore.Open(Path.Combine(folder.Path, "two"), clock);
        Assert.NotEqual((await one.PositionAsync(default)).Epoch, (await two.PositionAsync(default)).Epoch);
    }

    [Fact]
    public async Task Many_who_open_a_new_store_at_once_agree_on_its_epoch()
    {
        const int many = 8;
        using var start = new Barrier(many);
        var stores = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return LedgerStore.Open(folder.Path, clock);
            },
            default,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        var epochs = await Task.WhenAll(stores.Select(async store => (await store.PositionAsync(default)).Epoch));
        Assert.Single(epochs.Distinct());
        Array.ForEach(stores, store => store.Dispose());
    }

    [Fact]
    public void A_store_that_is_newer_than_the_program_is_refused()
    {
        LedgerStore.Open(folder.Path, clock).Dispose();
        Ask("insert into migrations (number, name, applied_at) values (9999, '9999-from-the-future.sql', '')");
        var refusal = Assert.Throws<LedgerRefusedException>(() => LedgerStore.Open(folder.Path, clock));
        Assert.Contains("catalogue.sqlite", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("9999", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(refusal.Remedy, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_the_demo_does_not_serve_as_the_service_nor_the_reverse()
    {
        Assert.Null(LedgerStore.PurposeOf(folder.Path));
        LedgerStore.Open(folder.Path, clock, LedgerStore.Demo).Dispose();
        Assert.Equal(LedgerStore.Demo, LedgerStore.PurposeOf(folder.Path));
        Assert.Contains("«demo»", Assert.Throws<LedgerRefusedException>(() => LedgerStore.Open(folder.Path, clock)).Message, StringComparison.Ordinal);
        LedgerStore.Open(folder.Path, clock, LedgerStore.Demo).Dispose();

        var other = Path.Combine(folder.Path, "other");
        LedgerStore.Open(other, clock).Dispose();
        Assert.Throws<LedgerRefusedException>(() => LedgerStore.Open(other, clock, LedgerStore.Demo));
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_and_left_alone()
    {
        var path = Path.Combine(folder.Path, "catalogue.sqlite");
        var text = string.Concat(Enumerable.Repeat("This is a letter. ", 100));
        File.WriteAllText(path, text);
        Assert.Contains(path, Assert.Throws<LedgerRefusedException>(() => LedgerStore.Open(folder.Path, clock)).Message, StringComparison.Ordinal);
        Assert.Throws<LedgerRefusedException>(() => LedgerStore.PurposeOf(folder.Path));
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public async Task The_check_finds_what_is_broken()
    {
        using var store = LedgerStore.Open(folder.Path, clock);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        var run = await catalog.OpenHarvestAsync(new HarvestOpening("portal", RunKind.Harvest, clock.GetUtcNow()), default);
        await catalog.RecordAsync(run, new HarvestBatch(Invented.Entries("portal", 2), [], null), default);
        await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
        Assert.Empty(await new CatalogCheck(store).RunAsync(default));

        Ask("delete from raw_listings where id = 'portal.2'; update counter set revision = 1; insert into raw_listings values ('portal.9', x'00')");
        var problems = await new CatalogCheck(store).RunAsync(default);
        Assert.Contains("A course has no raw listing: portal.2. Harvest its source again.", problems);
        Assert.Contains(problems, problem => problem.StartsWith("A course has a revision that the counter has not reached: portal.2.", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("raw_listings", StringComparison.Ordinal));
    }

    private string? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "catalogue.sqlite")};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
