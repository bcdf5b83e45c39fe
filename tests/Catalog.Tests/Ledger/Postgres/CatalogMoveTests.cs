using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

[Collection(nameof(PostgresServer))]
public sealed class CatalogMoveTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly string connection = server.NewSchema();

    private LedgerPlace File => new(Path.Combine(folder.Path, "file"));

    private LedgerPlace Database => new(Path.Combine(folder.Path, "beside"), connection);

    private LedgerPlace Back => new(Path.Combine(folder.Path, "back"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task There_and_back_the_catalogue_is_the_same_to_whoever_follows_it()
    {
        await HarvestAsync(File, "one", 5, "Перший прохід");
        await HarvestAsync(File, "two", 3, "Другий портал");
        var before = await PictureAsync(File);

        var moved = await CatalogMove.CopyAsync(File, Database, clock, default);
        Assert.Equal(8, moved.Courses);
        Assert.Equal(before, await PictureAsync(Database));
        Assert.Equal(before, await PictureAsync(File));

        await CatalogMove.CopyAsync(Database, Back, clock, default);
        Assert.Equal(before, await PictureAsync(Back));
    }

    [Fact]
    public async Task Runs_and_revisions_go_on_where_they_stood()
    {
        var first = await HarvestAsync(File, "one", 2, "Перший прохід");
        await CatalogMove.CopyAsync(File, Database, clock, default);
        var second = await HarvestAsync(Database, "one", 2, "Інший вміст");
        Assert.True(second.Run > first.Run);
        Assert.Equal(2, second.Changed);
        await CatalogMove.CopyAsync(Database, Back, clock, default);
        Assert.True((await HarvestAsync(Back, "one", 2, "Третій вміст")).Run > second.Run);
        using var store = LedgerStore.Open(Back, clock);
        Assert.Equal(6, (await store.PositionAsync(default)).Revision);
    }

    [Fact]
    public async Task What_stands_in_the_place_of_the_copy_is_not_written_over()
    {
        await HarvestAsync(File, "one", 2, "Перший прохід");
        await HarvestAsync(Database, "two", 1, "Уже там");
        var before = await PictureAsync(Database);
        var refusal = await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogMove.CopyAsync(File, Database, clock, default));
        Assert.Contains("already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await PictureAsync(Database));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_move_it_is_said() =>
        Assert.Contains("no catalogue to copy", (await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogMove.CopyAsync(File, Database, clock, default))).Message, StringComparison.Ordinal);

    private async Task<HarvestReport> HarvestAsync(LedgerPlace place, string source, int courses, string title)
    {
        using var store = LedgerStore.Open(place, clock);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        var run = await catalog.OpenHarvestAsync(new HarvestOpening(source, RunKind.Harvest, clock.GetUtcNow()), default);
        await catalog.RecordAsync(run, new HarvestBatch(Invented.Entries(source, courses, title), [new Refusal("9", "Вигадана відмова")], null), default);
        return await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
    }

    private async Task<string> PictureAsync(LedgerPlace place)
    {
        using var store = LedgerStore.Open(place, clock);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        var listings = new List<StoredListing>();
        await foreach (var listing in catalog.RawListingsAsync(null, default)) listings.Add(listing);
        return JsonSerializer.Serialize(
            new { Changes = await catalog.ChangesAfterAsync(0, 1000, default), listings, Sources = await catalog.SourcesAsync(default), Wrong = await new CatalogCheck(store).RunAsync(default) }, Wire.Json);
    }
}
