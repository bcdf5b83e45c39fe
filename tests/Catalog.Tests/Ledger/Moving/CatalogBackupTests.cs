using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Moving;

public sealed class CatalogBackupTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    private LedgerPlace Place => new(Path.Combine(folder.Path, "data"));

    private LedgerPlace Elsewhere => new(Path.Combine(folder.Path, "other-machine"));

    private string File => Path.Combine(folder.Path, "night.backup");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_comes_back_is_what_was_there_under_another_epoch()
    {
        await HarvestAsync(Place, 5, "Як було");
        var before = await PictureAsync(Place);
        var backup = await CatalogBackup.TakeAsync(Place, File, clock, default);
        Assert.Empty(backup.Wrong);
        Assert.Equal([File], Directory.GetFiles(folder.Path));

        var moved = await CatalogBackup.RestoreAsync(File, Elsewhere, replace: false, clock, default);
        Assert.Equal(5, moved.Courses);
        Assert.Equal(before.Courses, (await PictureAsync(Elsewhere)).Courses);
        Assert.NotEqual(before.Epoch, (await PictureAsync(Elsewhere)).Epoch);
        Assert.Equal(moved.Position.Epoch, (await PictureAsync(Elsewhere)).Epoch);
    }

    [Fact]
    public async Task A_backup_is_one_moment_while_others_write()
    {
        await HarvestAsync(Place, 40, "Перше");
        using var end = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++) await HarvestAsync(Place, 40, $"Прохід {i}");
        });
        var backup = await CatalogBackup.TakeAsync(Place, File, clock, default);
        await end.CancelAsync();
        await writing;
        Assert.Empty(backup.Wrong);
        Assert.Equal(0, backup.Copied!.Position.Revision % 40);
    }

    [Fact]
    public async Task A_catalogue_is_only_replaced_where_that_is_asked_for()
    {
        await HarvestAsync(Place, 3, "Як було");
        await CatalogBackup.TakeAsync(Place, File, clock, default);
        var saved = (await PictureAsync(Place)).Courses;
        await HarvestAsync(Place, 3, "Новіше");
        var newer = (await PictureAsync(Place)).Courses;

        await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogBackup.RestoreAsync(File, Place, replace: false, clock, default));
        Assert.Equal(newer, (await PictureAsync(Place)).Courses);
        await CatalogBackup.RestoreAsync(File, Place, replace: true, clock, default);
        Assert.Equal(saved, (await PictureAsync(Place)).Courses);
    }

    [Fact]
    public async Task What_was_forgotten_since_is_forgotten_again()
    {
        await HarvestAsync(Place, 3, "Як було");
        await CatalogBackup.TakeAsync(Place, File, clock, default);
        using (var store = LedgerStore.Open(Place, clock))
        {
            await new Forgetting(store, clock).AddAsync(Forgotten.Course("portal.2"), default);
        }

        await CatalogBackup.RestoreAsync(File, Place, replace: true, clock, default);
        using var restored = LedgerStore.Open(Place, clock);
        Assert.Single(await new Forgetting(restored, clock).PendingAsync(default));
    }

    [Fact]
    public async Task A_broken_backup_is_named_and_never_restored()
    {
        await HarvestAsync(Place, 200, "Як було");
        await CatalogBackup.TakeAsync(Place, File, clock, default);
        Assert.Empty((await CatalogBackup.VerifyAsync(File, clock, default)).Wrong);
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        Array.Fill(bytes, (byte)0x55, bytes.Length / 2, 20_000);
        await System.IO.File.WriteAllBytesAsync(File, bytes);

        Assert.NotEmpty((await CatalogBackup.VerifyAsync(File, clock, default)).Wrong);
        await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogBackup.RestoreAsync(File, Elsewhere, replace: false, clock, default));
    }

    [Fact]
    public async Task What_is_no_backup_and_what_is_not_there_is_refused()
    {
        await System.IO.File.WriteAllTextAsync(File, "Лист, а не каталог.");
        await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogBackup.VerifyAsync(File, clock, default));
        await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogBackup.VerifyAsync(File + "2", clock, default));
        await HarvestAsync(Place, 1, "Як було");
        await Assert.ThrowsAsync<LedgerRefusedException>(() => CatalogBackup.TakeAsync(Place, File, clock, default));
        Assert.Equal("Лист, а не каталог.", await System.IO.File.ReadAllTextAsync(File));
    }

    private async Task HarvestAsync(LedgerPlace place, int courses, string title)
    {
        using var store = LedgerStore.Open(place, clock);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        var run = await catalog.OpenHarvestAsync(new HarvestOpening("portal", RunKind.Harvest, clock.GetUtcNow()), default);
        await catalog.RecordAsync(run, new HarvestBatch(Invented.Entries("portal", courses, title), [], null), default);
        await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
    }

    private async Task<(string Epoch, string Courses)> PictureAsync(LedgerPlace place)
    {
        using var store = LedgerStore.Open(place, clock);
        var page = await new LedgerCatalog(store, new LedgerOptions(), clock).ChangesAfterAsync(0, 1000, default);
        return (page.Catalog.Epoch, JsonSerializer.Serialize(page.Changes, Wire.Json));
    }
}
