using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace DcCourseIndex.SearchApi.Tests.Through;

/// <summary>The site over a ledger in SQLite and an index of the default engine that has read it, both in a folder that is gone after the test.</summary>
internal sealed class RealSite : IAsyncDisposable
{
    private readonly string folder;
    private readonly LedgerStore store;
    private readonly LedgerCatalog catalogue;
    private readonly ICourseIndex index;
    private readonly ICourseSearcher searcher;

    private RealSite(string folder, LedgerStore store, LedgerCatalog catalogue, ICourseIndex index, ICourseSearcher searcher, SampleSite site) =>
        (this.folder, this.store, this.catalogue, this.index, this.searcher, Site) = (folder, store, catalogue, index, searcher, site);

    public SampleSite Site { get; }

    /// <summary>Harvests the courses once for each list, one complete run of one source after another, and indexes what stands in the end.</summary>
    public static Task<RealSite> StartAsync(params IReadOnlyList<CatalogCourse>[] runs) => StartWithAsync(_ => Task.CompletedTask, runs);

    /// <summary>The same with something done to the ledger before it is indexed.</summary>
    public static async Task<RealSite> StartWithAsync(Func<LedgerStore, Task> more, params IReadOnlyList<CatalogCourse>[] runs)
    {
        var folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
        var store = LedgerStore.Open(Path.Combine(folder, "ledger"), TimeProvider.System);
        var catalogue = new LedgerCatalog(store, new() { RetireAfterRuns = 1, RetireAfterDays = 0 }, TimeProvider.System);
        foreach (var courses in runs)
            foreach (var source in runs.SelectMany(run => run).Select(known => known.Course.Source).Distinct())
                await HarvestAsync(catalogue, source, [.. courses.Where(known => known.Course.Source == source)]);

        await more(store);
        var engine = PostingsEngine.Create(RealParts.Analysis, RealParts.Frameworks, TimeProvider.System);
        var index = engine.OpenIndex(Directory.CreateDirectory(Path.Combine(folder, "index")).FullName);
        var page = await catalogue.ChangesAfterAsync(0, 100_000, CancellationToken.None);
        index.Apply(page.Changes, new(page.Catalog.Epoch, page.Catalog.Revision, engine.Fingerprint));
        var searcher = engine.OpenSearcher(Path.Combine(folder, "index"));
        return new(folder, store, catalogue, index, searcher, await SampleSite.OverAsync(searcher, catalogue, store));
    }

    /// <summary>One more complete run of one source; the index takes what changed, as the follower does.</summary>
    public async Task HarvestAgainAsync(string source, IReadOnlyList<CatalogCourse> courses)
    {
        await HarvestAsync(catalogue, source, courses);
        await FollowAsync();
    }

    /// <summary>One more complete run that the index has not read yet.</summary>
    public Task HarvestOnlyAsync(string source, IReadOnlyList<CatalogCourse> courses) => HarvestAsync(catalogue, source, courses);

    /// <summary>Lets the index take what has changed, as the follower does.</summary>
    public async Task FollowAsync()
    {
        var page = await catalogue.ChangesAfterAsync(index.Position.Revision, 100_000, CancellationToken.None);
        index.Apply(page.Changes, index.Position with { Revision = page.Catalog.Revision });
    }

    /// <summary>The same site under an address of its own, for programs that ask over the network.</summary>
    public async Task<WebApplication> ServeAsync()
    {
        var app = SampleSite.Build(searcher, new(), null, static web => web.UseKestrelCore().UseUrls("http://127.0.0.1:0"), RealParts.Frameworks, catalogue, store);
        await app.StartAsync();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        searcher.Dispose();
        index.Dispose();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task HarvestAsync(LedgerCatalog catalogue, string source, IReadOnlyList<CatalogCourse> courses)
    {
        var none = CancellationToken.None;
        var run = await catalogue.OpenHarvestAsync(new(source, RunKind.Import, TimeProvider.System.GetUtcNow()), none);
        var entries = courses.Select(known => new HarvestEntry(new() { Id = known.Course.SourceId, Title = known.Course.Title, Url = known.Course.Url }, known.Course, known.Tagging));
        await catalogue.RecordAsync(run, new([.. entries], [], null), none);
        await catalogue.CloseHarvestAsync(run, new(HarvestEnd.Complete, null, null, FetchFigures.None, TimeProvider.System.GetUtcNow()), none);
    }
}
