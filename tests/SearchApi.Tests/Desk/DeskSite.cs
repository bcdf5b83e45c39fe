using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>The site over a real ledger and a real index, a key that opens the desk, and a clock of the test's own.</summary>
internal sealed class DeskSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private ICourseIndex index = null!;
    private ICourseSearcher searcher = null!;

    private DeskSite()
    {
        Store = LedgerStore.Open(Path.Combine(folder, "ledger"), Clock);
        Catalogue = new LedgerCatalog(Store, new(), Clock);
        Vocabulary = Directory.CreateDirectory(Path.Combine(folder, "vocabulary")).FullName;
        File.WriteAllText(Path.Combine(Vocabulary, "rings.tsv"), "ноутбук\tлептоп\n");
    }

    public ManualClock Clock { get; } = new();
    public LedgerStore Store { get; }
    public LedgerCatalog Catalogue { get; }
    public string Vocabulary { get; }
    public SampleSite Site { get; private set; } = null!;
    public ApiKey Key { get; private set; } = null!;
    public string KeyText { get; private set; } = "";

    public static async Task<DeskSite> StartAsync(IReadOnlyList<CatalogCourse>? courses = null, Uri? publicAddress = null, string keyName = "Читальна зала")
    {
        var desk = new DeskSite();
        foreach (var source in (courses ?? SampleCourses.All).GroupBy(known => known.Course.Source))
            await desk.HarvestAsync(source.Key, [.. source]);
        var at = Directory.CreateDirectory(Path.Combine(desk.folder, "index")).FullName;
        var engine = PostingsEngine.Create(RealParts.Analysis, RealParts.Frameworks, desk.Clock);
        desk.index = engine.OpenIndex(at);
        var page = await desk.Catalogue.ChangesAfterAsync(0, 100_000, default);
        desk.index.Apply(page.Changes, new(page.Catalog.Epoch, page.Catalog.Revision, engine.Fingerprint));
        desk.searcher = engine.OpenSearcher(at);
        desk.Site = await SampleSite.OverAsync(
            desk.searcher, desk.Catalogue, desk.Store, new() { VocabularyFolder = desk.Vocabulary, PublicAddress = publicAddress }, desk.Clock,
            parts => parts.AddSingleton<SearcherWith>(words => PostingsEngine.Create(RealParts.Analysis, RealParts.Frameworks, desk.Clock, words.Rings).OpenSearcher(at)));
        // It has started: what a test writes from here on is not waited for.
        Assert.True(await desk.Part<IndexPresence>().CaughtUpAsync(default));
        var made = await desk.Part<KeyLedger>().AddAsync(keyName, [Scope.Curate], null, default);
        (desk.Key, desk.KeyText) = made!.Value;
        return desk;
    }

    public T Part<T>() where T : notnull => Site.Services.GetRequiredService<T>();

    public DeskBrowser Browser(string scheme = "http") => new(Site.Server.CreateHandler(), scheme);

    /// <summary>A browser that has signed in by the form.</summary>
    public async Task<DeskBrowser> SignedInAsync()
    {
        var browser = Browser();
        await browser.OpenAsync("/desk");
        browser.Fill("key", KeyText);
        await browser.PressAsync("Увійти");
        Assert.Contains(Key.Name, browser.Words, StringComparison.Ordinal);
        return browser;
    }

    /// <summary>One complete run of a source, held where a reason is given; its number.</summary>
    public async Task<long> HarvestAsync(string source, IReadOnlyList<CatalogCourse> courses, string? heldBecause = null)
    {
        var run = await Catalogue.OpenHarvestAsync(new(source, RunKind.Harvest, Clock.GetUtcNow()), default);
        var entries = courses.Select(known => new HarvestEntry(new() { Id = known.Course.SourceId, Title = known.Course.Title, Url = known.Course.Url }, known.Course, known.Tagging));
        await Catalogue.RecordAsync(run, new([.. entries], [], null), default);
        return (await Catalogue.CloseHarvestAsync(run, new(HarvestEnd.Complete, heldBecause, null, FetchFigures.None, Clock.GetUtcNow()), default)).Run;
    }

    public async Task<CatalogCourse?> CourseAsync(string id) => (await Catalogue.FindAsync(id, default))!.Course;

    /// <summary>Answers the oldest request of a verb as the crawl role does; what was asked.</summary>
    public async Task<System.Text.Json.Nodes.JsonNode> AnswerAsync(string verb, string answer, int exitCode = 0)
    {
        var request = await Part<WorkRequests>().TakeAsync([verb], default);
        await Part<WorkRequests>().AnswerAsync(request!.Id, answer, exitCode, default);
        return System.Text.Json.Nodes.JsonNode.Parse(request.Argument)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        searcher.Dispose();
        index.Dispose();
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
