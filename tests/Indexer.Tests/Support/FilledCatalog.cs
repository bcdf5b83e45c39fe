using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>A real catalogue in a folder, filled by imports of one source.</summary>
public sealed class FilledCatalog : IDisposable
{
    public const string Source = "portal";
    private readonly TemporaryFolder _folder = new();
    private readonly LedgerStore _store;
    private readonly ManualClock _clock = new();

    public FilledCatalog()
    {
        _store = LedgerStore.Open(_folder.Path, _clock);
        Catalog = new LedgerCatalog(_store, new LedgerOptions { RetireAfterRuns = 1, RetireAfterDays = 0 }, _clock);
    }

    public ICourseCatalog Catalog { get; }

    /// <summary>Adds or changes courses by title; with <paramref name="complete"/> all others go missing and, the second time, are retired.</summary>
    public async Task ImportAsync(IEnumerable<(string Key, string Title)> courses, bool complete = false)
    {
        _clock.Pass(TimeSpan.FromHours(1));
        var run = await Catalog.OpenHarvestAsync(new HarvestOpening(Source, RunKind.Import, _clock.GetUtcNow()), default);
        await Catalog.RecordAsync(run, new HarvestBatch([.. courses.Select(course => Entry(course.Key, course.Title))], [], null), default);
        await Catalog.CloseHarvestAsync(run, new HarvestClosing(complete ? HarvestEnd.Complete : HarvestEnd.Partial, null, null, FetchFigures.None, _clock.GetUtcNow()), default);
    }

    public Task ImportAsync(int count, string title) => ImportAsync(Enumerable.Range(1, count).Select(number => ($"{number}", $"{title} {number}")));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static HarvestEntry Entry(string key, string title)
    {
        var course = Invented.Course($"{Source}.{key}", title);
        return new HarvestEntry(new RawListing { Id = key, Title = title, Url = course.Course.Url }, course.Course, course.Tagging);
    }
}
