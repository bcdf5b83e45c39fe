using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Work;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>The whole line from portal to catalogue as the service has it, over a store in a folder of its own, with a calendar that the test turns.</summary>
internal sealed class CrawlLine : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private readonly LedgerStore store;
    private readonly CrawlRole role;

    /// <param name="platforms">Platforms besides those of the program.</param>
    public CrawlLine(params IReadOnlyList<ICoursePlatform> platforms)
    {
        store = LedgerStore.Open(folder, Clock);
        var options = new LedgerOptions();
        Catalog = new LedgerCatalog(store, options, Clock);
        Held = new HeldRuns(store, options, Clock);
        var settings = new FetchSettings { Contact = "https://library.example/crawler", RetryDelay = TimeSpan.Zero };
        role = CrawlRole.Over(store, Clock, new PageFetchers(settings, Clock, NullLoggerFactory.Instance, new PageMemory(store, Clock)), platforms: platforms);
    }

    public NightClock Clock { get; } = new();

    public ICourseCatalog Catalog { get; }

    public HeldRuns Held { get; }

    public CrawlWork Work => role.Work;

    /// <summary>A day later, one run.</summary>
    public async Task<HarvestReport> NightAsync(SourceDefinition source, bool full = false, CancellationToken ct = default)
    {
        Clock.PassDays(1);
        return (await role.Runs.HarvestAsync(source, null, ct, full: full))!;
    }

    /// <summary>As the verb does it.</summary>
    public async Task<HarvestReport> AcceptAsync(long run)
    {
        var answer = await Work.DoAsync(new WorkOrder(WorkOrder.Accept) { Run = run }, null, default);
        Assert.Equal(0, answer.ExitCode);
        return Assert.Single(answer.Reports);
    }

    public async Task<HarvestReport> ImportAsync(string source, bool complete, IEnumerable<string> lines)
    {
        var file = Path.Combine(folder, "listings.ndjson");
        await File.WriteAllLinesAsync(file, lines);
        Clock.PassDays(1);
        var answer = await Work.DoAsync(new WorkOrder(WorkOrder.Import) { Sources = [source], File = file, Complete = complete }, null, default);
        return Assert.Single(answer.Reports);
    }

    /// <summary>All that followers see of every course, but for when it was last seen.</summary>
    public async Task<IReadOnlyList<string>> PictureAsync() =>
    [
        .. (await Catalog.ChangesAfterAsync(0, 10_000, default)).Changes.Select(change =>
            $"{change.Revision} {change.Id} {change.State} {change.Course?.FirstSeen:O} {change.Course?.LastChanged:O} {(change.Course is { } known ? CourseHash.Of(known.Course) : "")}"),
    ];

    public async Task<SourceStatus> StatusAsync() => Assert.Single(await Catalog.SourcesAsync(default));

    public async Task SoundAsync() => Assert.Empty(await new CatalogCheck(store).RunAsync(default));

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
