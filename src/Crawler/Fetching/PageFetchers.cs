using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;
using DcCourseIndex.Crawler.Fetching.Owners;
using DcCourseIndex.Crawler.Fetching.Pacing;
using DcCourseIndex.Crawler.Fetching.Recorded;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Makes the page fetcher of each run; one for the whole process, because gates, circuits and robots rules belong to hosts and not to runs.</summary>
public sealed class PageFetchers
{
    private readonly FetchSettings settings;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly PageMemory? memory;
    private readonly SharedGates gates;
    private readonly SharedGates alone;
    private readonly HostRetries retries;
    private readonly OwnersFiles owners;

    /// <summary>
    /// Without <paramref name="memory"/> every page is asked for anew; without <paramref name="copies"/> robots.txt and tdmrep.json are read again by every process.
    /// With <paramref name="slots"/> hosts are shared with the other nodes, which take over after <paramref name="times"/>.
    /// </summary>
    public PageFetchers(FetchSettings settings, TimeProvider clock, ILoggerFactory logs, PageMemory? memory = null, SiteFiles? copies = null, HostSlots? slots = null, LeaseTimes? times = null)
    {
        (this.settings, this.clock, this.memory) = (settings, clock, memory);
        log = logs.CreateLogger<PageFetcher>();
        var own = new HostGates(clock);
        gates = new(own, slots, times ?? LeaseTimes.Standard, clock, log);
        alone = new(own, null, LeaseTimes.Standard, clock, log);
        retries = new(settings, clock, slots is null ? null : (host, time) => gates.RestAsync(host, new(clock.GetUtcNow() + time, 0), CancellationToken.None));
        owners = new(settings, clock, log, copies);
    }

    private PageFetchers(PageFetchers neighbour, FetchSettings settings)
    {
        (this.settings, clock, log, gates, alone) = (settings, neighbour.clock, neighbour.log, neighbour.gates, neighbour.alone);
        (retries, owners, Resolve) = (new(settings, clock), new(settings, clock, log, null), neighbour.Resolve);
    }

    /// <summary>Finds the addresses of a name; the system's resolver.</summary>
    internal Resolve Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Fetchers that remember nothing and have settings of their own, but wait at the same gates of hosts as these: for a look at a portal that may be harvested meanwhile.</summary>
    public PageFetchers Beside(FetchSettings settings) => new(this, settings);

    /// <summary>
    /// A fetcher for one run of a source, with cookies and figures of its own; dispose it when the run ends.
    /// With <paramref name="recordTo"/> every answer is also written into that folder, as a recording; <paramref name="maxBodyBytes"/> lowers the cap of a page;
    /// for a <paramref name="sample"/> platforms look at few courses before they hand them on.
    /// </summary>
    public PageFetcher For(SourceDefinition source, string? recordTo = null, int? maxBodyBytes = null, PastHarvest? past = null, bool sample = false)
    {
        var settings = maxBodyBytes is { } cap ? this.settings with { MaxBodyBytes = Math.Min(cap, this.settings.MaxBodyBytes) } : this.settings;
        var count = new FetchCount();
        var recording = source.Recorded is { } folder ? Recording.Load(folder) : null;
        if (recording is not null)
        {
            // A recording tires nobody.
            source = source with { Politeness = new() { Delay = TimeSpan.Zero, AtOnce = source.Politeness.AtOnce } };
        }
        HttpMessageHandler door = recording is null ? NetworkDoor.Open(source, settings, Resolve) : new RecordedHandler(recording);
        if (recordTo is not null)
        {
            door = new RecordingHandler(recordTo, settings.MaxBodyBytes, door);
            // A recording is written answer by answer.
            source = source with { Politeness = source.Politeness with { AtOnce = 1 } };
        }
        var transport = new PoliteTransport(
            source.Name, source.Politeness.AtOnce, HostKey(source), new Transport(door, settings, clock, count), recording is null ? gates : alone, retries, settings, clock, count, log);
        return new(new PageFetcherParts(source, settings, transport, new OwnersWord(source, recording is null ? owners : new(settings, clock, log, null), clock), count)
        {
            Past = past ?? PastHarvest.None,
            Memory = recording is null && recordTo is null && memory is not null ? new(source.Name, memory) : null,
            NotReady = recording is null ? Contactless() : Unreadable(recording),
        })
        {
            Portion = sample ? Portions.Sample : Portions.Harvest,
        };
    }

    /// <summary>Why no run of a source can begin as the program is set up; null where one can.</summary>
    public string? Unready(SourceDefinition source) => source.Recorded is null ? Contactless()?.Message : null;

    // A recording neither waits for the real portal nor is held up by its failures.
    private static Func<Uri, string> HostKey(SourceDefinition source) =>
        source.Recorded is null ? address => address.IdnHost : address => $"{source.Name} (recorded) {address.IdnHost}";

    private PageFailure? Contactless() => string.IsNullOrWhiteSpace(settings.Contact)
        ? new(FailureKind.NotConfigured, "No contact is set, and a crawler that cannot be reached asks nobody: set contact: in dccourseindex.yml (or DCCOURSEINDEX__CONTACT) to a page or mailbox of the library.")
        : null;

    private static PageFailure? Unreadable(Recording recording) => recording.Problems is [var first, ..]
        ? new(FailureKind.NotConfigured, $"{first}{(recording.Problems.Count > 1 ? $" (and {recording.Problems.Count - 1} more)" : "")}")
        : null;
}
