using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Upgrading;

/// <summary>Every store that an earlier program made opens with this one, and nothing that stood in it is lost.</summary>
public abstract class UpgradeContract : IDisposable
{
    private readonly ManualClock clock = new();

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>A new place for a store.</summary>
    protected abstract LedgerPlace Place();

    /// <summary>Makes the store, opens it and looks at what is there; then goes on with what was under way.</summary>
    protected async Task OpensWithAllThatStoodInItAsync(string schema)
    {
        var numbers = EarlierStore.Read(schema);
        var place = Place();
        EarlierStore.Make(place, numbers);

        using var store = LedgerStore.Open(place, clock);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);

        var linked = numbers.Contains(5);
        Assert.Empty(await new CatalogCheck(store).RunAsync(default));
        Assert.Equal(("6f1d0c52a4f34a0f9a3c0b7f3f7f0001", linked ? 7 : 6), await store.PositionAsync(default) is var at ? (at.Epoch, (int)at.Revision) : default);
        var changes = (await catalog.ChangesAfterAsync(0, 100, default)).Changes.OrderBy(change => change.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(["portal.1", "portal.2", "portal.3"], changes.Select(change => change.Id));
        Assert.Equal([CourseState.Active, CourseState.Missing, CourseState.Retired], changes.Select(change => change.State));
        var course = changes[0].Course!;
        Assert.Equal(("Медіаграмотність (вигаданий курс)", Level.Foundation, Price.FreeToStudy, "PT12H"), (course.Course.Title, course.Course.Level, course.Course.Price, course.Course.Workload));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.FromHours(2)), Assert.Single(course.Course.Instances).Start);
        Assert.Equal(numbers.Contains(12) ? ["1.2", "4.1"] : ["1.2"], course.Tagging.Competences.Select(competence => competence.Code).Order(StringComparer.Ordinal));
        Assert.Equal(linked ? LinkHealth.Moved : LinkHealth.Unsure, course.Link);
        Assert.Equal(numbers.Contains(6) ? "portal.1" : null, course.Cluster?.Id);
        Assert.Equal(1, changes[1].Course!.MissingRuns);
        Assert.Equal(["portal.1", "portal.2"], await RawIdsAsync(catalog));
        Assert.True(await new SourceSwitches(store, clock).IsPausedAsync("resting", default));
        Assert.Equal("<html>Вигаданий перелік</html>"u8.ToArray(), (await new PageMemory(store, clock).FindAsync("portal", "https://portal.example/courses", default))!.Body.ToArray());
        Assert.Equal(numbers.Contains(17), (await new AddedSources(store, clock).ListAsync(default)).Any(added => added.Name == "added"));
        await GoesOnAsync(store, catalog);
    }

    private async Task GoesOnAsync(LedgerStore store, LedgerCatalog catalog)
    {
        var next = new DateTimeOffset(2026, 11, 3, 20, 0, 0, TimeSpan.Zero);
        var portal = Assert.Single(await catalog.SourcesAsync(default), source => source.Name == "portal");
        var accepted = await new HeldRuns(store, new LedgerOptions(), clock).AcceptAsync(3, default);
        var resumed = await catalog.OpenHarvestAsync(new HarvestOpening("other", RunKind.Import, next), default);
        var report = await catalog.CloseHarvestAsync(resumed, new HarvestClosing(HarvestEnd.Partial, null, null, FetchFigures.None, next), default);
        var request = await new WorkRequests(store, clock).TakeAsync(["harvest"], default);

        Assert.Equal([RunState.Held, RunState.Promoted, RunState.Promoted], portal.Reports.Select(run => run.State));
        Assert.Equal("The listing has no title.", Assert.Single(portal.Reports[1].Refusals).Reason);
        Assert.Equal((RunState.Promoted, 1), (accepted!.State, accepted.New));
        Assert.Equal(("2", 1, 1), (resumed.Marker, resumed.Found, resumed.Refused));
        Assert.Equal((RunState.Promoted, 1), (report.State, report.New));
        Assert.Equal("""["portal"]""", request!.Argument);
        Assert.Empty(await new CatalogCheck(store).RunAsync(default));
    }

    public virtual void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task<List<string>> RawIdsAsync(LedgerCatalog catalog)
    {
        List<string> ids = [];
        await foreach (var listing in catalog.RawListingsAsync(null, default))
        {
            ids.Add(listing.CourseId);
        }

        return ids;
    }
}

/// <summary>In SQLite's file.</summary>
public sealed class SqliteUpgradeContract : UpgradeContract
{
    public static TheoryData<string> Schemas => [.. EarlierStore.Schemas];

    [Theory]
    [MemberData(nameof(Schemas))]
    public Task A_store_of_an_earlier_schema_opens_with_all_that_stood_in_it(string schema) => OpensWithAllThatStoodInItAsync(schema);

    protected override LedgerPlace Place() => new(Folder.Path);
}
