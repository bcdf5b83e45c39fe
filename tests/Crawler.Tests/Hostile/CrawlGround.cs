using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Work;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Hostile;

/// <summary>The whole crawl role over a real catalogue in a folder of its own.</summary>
internal sealed class CrawlGround : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private readonly TimeProvider clock;
    private LedgerStore store;

    public CrawlGround(TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        store = LedgerStore.Open(folder, this.clock);
    }

    public LedgerCatalog Catalog => new(store, new LedgerOptions(), clock);

    public SourceRests Rests => new(store);

    public SourceSwitches Switches => new(store, clock);

    /// <summary>Closes and opens the catalogue, as a restart does.</summary>
    public void Restart()
    {
        store.Dispose();
        store = LedgerStore.Open(folder, clock);
    }

    /// <summary>The crawl role of one process, with gates, circuits and rules of its own.</summary>
    public CrawlRole Role(FetchSettings settings, HarvestLimits? limits = null, params SourceDefinition[] sources) => CrawlRole.Over(
        store, clock, new PageFetchers(settings, clock, NullLoggerFactory.Instance, new PageMemory(store, clock)) { Resolve = ResolveAsync }, limits, sources);

    public async Task<SourceStatus> StatusAsync(string source) => (await Catalog.SourcesAsync(CancellationToken.None)).Single(status => status.Name == source);

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Names of invented portals mean this machine; everything else is looked up as always.
    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) =>
        host.EndsWith(".example", StringComparison.Ordinal) ? Task.FromResult<IPAddress[]>([IPAddress.Loopback]) : Dns.GetHostAddressesAsync(host, ct);
}
