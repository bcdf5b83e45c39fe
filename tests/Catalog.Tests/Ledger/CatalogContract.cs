using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>What every engine under the ledger must keep; an engine's tests derive from this and say how its store is opened.</summary>
public abstract partial class CatalogContract : IDisposable
{
    protected const string Source = "portal";

    private readonly List<LedgerStore> stores = [];
    private LedgerStore? store;

    protected ManualClock Clock { get; } = new();

    protected LedgerOptions Options { get; } = new();

    /// <summary>The store that the tests work on; opened by the first who asks.</summary>
    protected LedgerStore Store => store ??= Another();

    protected ICourseCatalog Catalog => CatalogOn(Store);

    protected HeldRuns Held => new(Store, Options, Clock);

    /// <summary>Opens the test's store, each time in an instance of its own, as another process would.</summary>
    protected abstract LedgerStore OpenStore();

    protected ICourseCatalog CatalogOn(LedgerStore other) => new LedgerCatalog(other, Options, Clock);

    protected LedgerStore Another()
    {
        var opened = OpenStore();
        stores.Add(opened);
        return opened;
    }

    /// <summary>Lets go of the store as the end of the program does; the next use opens it again.</summary>
    protected void Restart()
    {
        stores.ForEach(opened => opened.Dispose());
        stores.Clear();
        store = null;
    }

    public virtual void Dispose()
    {
        Restart();
        GC.SuppressFinalize(this);
    }

    protected Task<HarvestRun> OpenAsync(string source = Source, RunKind kind = RunKind.Harvest) =>
        Catalog.OpenHarvestAsync(new HarvestOpening(source, kind, Clock.GetUtcNow()), default);

    protected Task RecordAsync(HarvestRun run, HarvestEntry[] entries, string? marker = null, params Refusal[] refusals) =>
        Catalog.RecordAsync(run, new HarvestBatch(entries, refusals, marker), default);

    protected HarvestClosing Closing(HarvestEnd end, string? heldBecause = null, string? failure = null) =>
        new(end, heldBecause, failure, new FetchFigures(4, 1, 1000, 9000), Clock.GetUtcNow());

    protected Task<HarvestReport> CloseAsync(HarvestRun run, HarvestEnd end = HarvestEnd.Complete, string? heldBecause = null, string? failure = null) =>
        Catalog.CloseHarvestAsync(run, Closing(end, heldBecause, failure), default);

    /// <summary>A whole run of one batch.</summary>
    protected async Task<HarvestReport> HarvestAsync(HarvestEntry[] entries, HarvestEnd end = HarvestEnd.Complete, string? heldBecause = null, string source = Source)
    {
        var run = await OpenAsync(source);
        await RecordAsync(run, entries);
        return await CloseAsync(run, end, heldBecause);
    }

    protected async Task<long> RevisionAsync() => (await Store.PositionAsync(default)).Revision;

    protected async Task<CatalogCourse> CourseAsync(string sourceId, string source = Source) =>
        (await Catalog.FindAsync(CourseId.Of(source, sourceId), default))!.Course!;

    protected async Task<CourseState> StateAsync(string sourceId) =>
        (await Catalog.FindAsync(CourseId.Of(Source, sourceId), default))!.State;

    protected async Task<IReadOnlyList<CourseChange>> ChangesAsync(long after = 0) =>
        (await Catalog.ChangesAfterAsync(after, 1000, default)).Changes;

    protected async Task<SourceStatus> StatusAsync(string source = Source) =>
        (await Catalog.SourcesAsync(default)).Single(status => status.Name == source);

    /// <summary>All that a follower would see; equal where nothing changed.</summary>
    protected async Task<string> PictureAsync() =>
        System.Text.Json.JsonSerializer.Serialize(await Catalog.ChangesAfterAsync(0, 1000, default), Wire.Json);

    protected async Task SoundAsync() => Assert.Empty(await new CatalogCheck(Store).RunAsync(default));
}
