using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Portals.Links;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Portals.Tests.Links;

/// <summary>A catalogue of the link site's courses, and the nightly check over it on a clock of its own.</summary>
internal sealed class FourteenNights : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("links-");
    private readonly ManualClock clock;
    private readonly LinkSite site;
    private readonly LedgerStore store;
    private readonly LedgerCatalog catalog;
    private readonly LinkCheck check;

    private FourteenNights(LinkSite site, ManualClock clock)
    {
        (this.site, this.clock) = (site, clock);
        store = LedgerStore.Open(folder.FullName, clock);
        catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        check = new LinkCheck(
            [.. Enum.GetValues<LinkHostKind>().Select(Source)],
            new LinkLedger(store, clock),
            new LinkReports(store, clock),
            new SourceSwitches(store, clock),
            new PageFetchers(new FetchSettings { Contact = "mailto:tests@prometeo.example", Retries = 0 }, clock, NullLoggerFactory.Instance),
            // One host after another, because slow pages move the one clock.
            new LinkSettings { HostsAtOnce = 1 },
            clock,
            NullLogger<LinkCheck>.Instance);
    }

    /// <summary>Pages that were called gone in some night, in whichever class they ended.</summary>
    public HashSet<LinkPage> EverGone { get; } = [];

    /// <summary>The class of every page after the last night.</summary>
    public IReadOnlyDictionary<LinkPage, LinkHealth> Classes { get; private set; } = new Dictionary<LinkPage, LinkHealth>();

    public List<LinkReport> Reports { get; } = [];

    public static async Task<FourteenNights> PlayAsync(int nights)
    {
        var clock = new ManualClock();
        var played = new FourteenNights(await LinkSite.StartAsync(clock.Advance), clock);
        await played.HarvestAsync();
        var begin = clock.GetUtcNow();
        for (var night = 1; night <= nights; night++)
        {
            clock.Advance(begin.AddDays(night - 1) - clock.GetUtcNow());
            played.site.Night = night;
            played.Reports.Add((await played.check.NightAsync(CancellationToken.None))!);
            await played.LookAsync();
        }

        return played;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        store.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Name(LinkHostKind host) => host.ToString().ToLowerInvariant();

    private SourceDefinition Source(LinkHostKind host) => new()
    {
        Name = Name(host),
        Title = "Вигаданий портал",
        Platform = "wordpress",
        Address = site.Root(host),
        AllowPrivateAddress = true,
        Politeness = new() { Delay = TimeSpan.Zero },
    };

    private async Task HarvestAsync()
    {
        foreach (var host in LinkPages.All.GroupBy(page => page.Host))
        {
            var run = await catalog.OpenHarvestAsync(new HarvestOpening(Name(host.Key), RunKind.Harvest, clock.GetUtcNow()), default);
            await catalog.RecordAsync(run, new HarvestBatch([.. host.Select(Entry)], [], null), default);
            await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
        }
    }

    private async Task LookAsync()
    {
        var known = (await catalog.ChangesAfterAsync(0, 10_000, default)).Changes.ToDictionary(change => change.Id, change => change.Course!.Link);
        Classes = LinkPages.All.ToDictionary(page => page, page => known[Id(page)]);
        EverGone.UnionWith(LinkPages.All.Where(page => Classes[page] == LinkHealth.Gone));
    }

    private static string Id(LinkPage page) => CourseId.Of(Name(page.Host), Key(page));

    private static string Key(LinkPage page) => page.Number.ToString(CultureInfo.InvariantCulture);

    private HarvestEntry Entry(LinkPage page)
    {
        var url = site.AddressOf(page).AbsoluteUri;
        return new HarvestEntry(
            new RawListing { Id = Key(page), Title = page.Title, Url = url },
            new Course { Id = Id(page), Source = Name(page.Host), SourceId = Key(page), Title = page.Title, Url = url },
            new Tagging { TaggerVersion = "test" });
    }
}
