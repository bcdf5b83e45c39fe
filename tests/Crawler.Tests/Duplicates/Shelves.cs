using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

/// <summary>A real catalogue in a folder with the search for duplicates over it; courses are invented.</summary>
internal sealed class Shelves : IDisposable
{
    /// <summary>The stemmer serves, so that every machine answers alike.</summary>
    public static readonly TextAnalysis Analysis = TextAnalysis.Load("none");

    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private readonly Clock clock = new();

    public Shelves()
    {
        Store = LedgerStore.Open(folder, clock);
        Catalog = new LedgerCatalog(Store, new LedgerOptions { RetireAfterRuns = 1, RetireAfterDays = 0 }, clock);
        Clusters = new ClusterRecords(Store, clock);
        Verdicts = new DuplicateVerdicts(Store, clock);
        Search = new DuplicateSearch(new PrintRecords(Store), Clusters, Analysis, NullLogger<DuplicateSearch>.Instance);
        Orders = new DuplicateOrders(Search, Verdicts, Clusters, Catalog, NullLogger<DuplicateOrders>.Instance);
    }

    public LedgerStore Store { get; }

    public LedgerCatalog Catalog { get; }

    public ClusterRecords Clusters { get; }

    public DuplicateVerdicts Verdicts { get; }

    public DuplicateSearch Search { get; }

    public DuplicateOrders Orders { get; }

    public static Course Course(string id, string title, string summary = "", string? url = null, string? publisher = null) => new()
    {
        Id = id,
        Source = id.Split('.')[0],
        SourceId = id.Split('.')[1],
        Title = title,
        Summary = summary,
        Url = url ?? $"https://{id.Split('.')[0]}.example/c/{id.Split('.')[1]}",
        Publisher = publisher,
        Language = "uk",
    };

    /// <summary>A run of each course's source; a complete one retires what it does not list the second time.</summary>
    public async Task ImportAsync(bool complete, params Course[] courses)
    {
        foreach (var source in courses.GroupBy(course => course.Source))
        {
            clock.Now += TimeSpan.FromHours(1);
            var run = await Catalog.OpenHarvestAsync(new HarvestOpening(source.Key, RunKind.Import, clock.Now), default);
            await Catalog.RecordAsync(run, new HarvestBatch([.. source.Select(course => new HarvestEntry(new RawListing { Id = course.SourceId, Title = course.Title, Url = course.Url }, course, Tagging.None))], [], null), default);
            await Catalog.CloseHarvestAsync(run, new HarvestClosing(complete ? HarvestEnd.Complete : HarvestEnd.Partial, null, null, FetchFigures.None, clock.Now), default);
        }
    }

    public Task<DuplicateReport> SearchAsync(bool rebuild = false) => Search.CatchUpAsync(rebuild, default);

    public async Task<long> RevisionAsync() => (await Store.PositionAsync(default)).Revision;

    /// <summary>The clusters, each as its ids in order.</summary>
    public async Task<string[]> ClustersAsync() =>
        [.. (await Clusters.ListAsync(null, default)).Select(cluster => string.Join(' ', cluster.Members.Select(member => member.Id)))];

    public void Dispose()
    {
        Search.Dispose();
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 1, 2, 3, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
