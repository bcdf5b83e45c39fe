using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Health;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>The search API as the host runs it, over sample parts, reached by a client.</summary>
internal sealed class SampleSite : IAsyncDisposable
{
    private static readonly Lazy<Task<SampleSite>> Everybodys = new(async () =>
        new(await StartedAsync(new SampleSearcher(SampleCourses.All, SampleFrameworks.All)), null, shared: true));
    private readonly WebApplication app;
    private readonly SampleSearcher? sample;
    private readonly bool shared;

    private SampleSite(WebApplication app, SampleSearcher? searcher, bool shared = false)
    {
        this.app = app;
        this.shared = shared;
        sample = searcher;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    /// <summary>The server itself, for requests that a client would not send.</summary>
    public TestServer Server => app.GetTestServer();
    public SampleSearcher Searcher => sample ?? throw new InvalidOperationException("Only a site of its own lets a test look at its searcher.");
    public IServiceProvider Services => app.Services;

    public static async Task<SampleSite> StartAsync(
        IReadOnlyList<CatalogCourse>? courses = null,
        SearchApiSettings? settings = null,
        SampleSearcher? searcher = null,
        ReadinessReport? readiness = null,
        Action<WebApplication>? more = null,
        Frameworks? frameworks = null,
        LinkLookup? links = null,
        TimeProvider? clock = null)
    {
        searcher ??= new(courses ?? SampleCourses.All, SampleFrameworks.All);
        return new(await StartedAsync(searcher, settings, readiness, more, frameworks, links: links, clock: clock), searcher);
    }

    /// <summary>One site for all tests that only read the four courses and do not look at the searcher: starting one takes half a second.</summary>
    public static Task<SampleSite> SharedAsync() => Everybodys.Value;

    public static WebApplication Build(ICourseSearcher searcher, SearchApiSettings settings, ReadinessReport? readiness, Action<IWebHostBuilder> server,
        Frameworks? frameworks = null, ICourseCatalog? catalogue = null, LedgerStore? ledger = null, LinkLookup? links = null, TimeProvider? clock = null,
        Action<IServiceCollection>? parts = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        server(builder.WebHost);
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(searcher)
            .AddSingleton(frameworks ?? SampleFrameworks.All)
            .AddSingleton(_ => RealParts.Analysis)
            .AddSingleton(_ => RealParts.Tagger)
            .AddSingleton(catalogue ?? new SampleCatalogue())
            .AddSingleton(readiness ?? (_ => Task.FromResult(Readiness(true))))
            .AddSingleton<DeepReport>(_ => Task.FromResult(new Soundness(TimeProvider.System.GetUtcNow(), new(true, "sound"), new(true, "sound"), new(true, "roomy"), new(true, "no alarm stands"))))
            .AddSingleton<SampleLedger>()
            .AddSingleton(provider => ledger ?? provider.GetRequiredService<SampleLedger>().Store)
            .AddSingleton(links ?? ((_, _) => Task.FromResult<LinkHistory?>(null)))
            .AddSearchApi(settings);
        SampleLedger.AddTo(builder.Services, [.. settings.Sources().Select(source => new WatchedSource(source.Name, source.Enabled))]);
        parts?.Invoke(builder.Services);
        return builder.Build().MapSearchApi();
    }

    public static Readiness Readiness(bool ready) => new()
    {
        Catalogue = new(true, "open"),
        Index = new(ready, ready ? "up to date" : "behind", ready ? 12 : 3, 12),
        Dictionary = new(true, "sample"),
        Roles = new(true, "index, search"),
    };

    /// <summary>Over a real index and a real catalogue, with the frameworks of the installation.</summary>
    public static async Task<SampleSite> OverAsync(ICourseSearcher searcher, ICourseCatalog catalogue, LedgerStore ledger) =>
        new(await StartedAsync(searcher, new() { Operation = OperationReaders.Everybody }, frameworks: RealParts.Frameworks, catalogue: catalogue, ledger: ledger), null);

    /// <summary>The same with settings, a clock and parts of the test's own.</summary>
    public static async Task<SampleSite> OverAsync(ICourseSearcher searcher, ICourseCatalog catalogue, LedgerStore ledger, SearchApiSettings settings, TimeProvider clock, Action<IServiceCollection>? parts = null)
    {
        var app = Build(searcher, settings, null, static web => web.UseTestServer(), RealParts.Frameworks, catalogue, ledger, clock: clock, parts: parts);
        await app.StartAsync();
        return new(app, null);
    }

    /// <summary>Over a real store of runs and alarms.</summary>
    public static async Task<SampleSite> OverAsync(LedgerStore ledger, SearchApiSettings settings, TimeProvider clock)
    {
        var searcher = new SampleSearcher(SampleCourses.All, SampleFrameworks.All);
        return new(await StartedAsync(searcher, settings, catalogue: new LedgerCatalog(ledger, new(), clock), ledger: ledger), searcher);
    }

    private static async Task<WebApplication> StartedAsync(
        ICourseSearcher searcher, SearchApiSettings? settings = null, ReadinessReport? readiness = null, Action<WebApplication>? more = null,
        Frameworks? frameworks = null, ICourseCatalog? catalogue = null, LedgerStore? ledger = null, LinkLookup? links = null, TimeProvider? clock = null)
    {
        var app = Build(searcher, settings ?? new(), readiness, static web => web.UseTestServer(), frameworks, catalogue, ledger, links, clock);
        more?.Invoke(app);
        await app.StartAsync();
        return app;
    }

    public async Task<(int Status, JsonNode Body)> JsonAsync(string address)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative));

    public async Task<(int Status, JsonNode Body)> PostAsync(string address, string body, string type = "application/json")
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        using var response = await Client.PostAsync(new Uri(address, UriKind.Relative), content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public async Task<(int Status, IHtmlDocument Page)> PageAsync(string address)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        if (shared)
            return;
        Client.Dispose();
        await app.DisposeAsync();
    }
}
