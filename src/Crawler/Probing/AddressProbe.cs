using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Probing.Probes;
using DcCourseIndex.Crawler.Probing.Writing;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>Finds out how a portal that nobody knows can be harvested, and writes its source file; politely, one request at a time, and writing nothing anywhere.</summary>
public sealed class AddressProbe
{
    /// <summary>The most that one look may ask, robots.txt, redirects and retries included.</summary>
    public const int MostRequests = 40;

    private const string Anything = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,text/calendar;q=0.8,*/*;q=0.5";

    private readonly PageFetchers fetchers;
    private readonly TimeProvider clock;
    private readonly DraftReading reading;
    private readonly IReadOnlyList<IProbe> probes;

    /// <summary>Asks by fetchers of its own, which remember nothing and wait at the gates of <paramref name="harvest"/>.</summary>
    public AddressProbe(PageFetchers harvest, FetchSettings settings, TimeProvider clock, IReadOnlyDictionary<string, ICoursePlatform> platforms)
        : this(harvest.Beside(Sparing(settings)), clock, platforms)
    {
    }

    internal AddressProbe(PageFetchers fetchers, TimeProvider clock, IReadOnlyDictionary<string, ICoursePlatform> platforms)
    {
        (this.fetchers, this.clock, reading) = (fetchers, clock, new(platforms));
        var trial = new PlatformTrial(platforms);
        probes =
        [
            new RobotsProbe(), new SitemapProbe(), new LinkedDataProbe(),
            new MoodleProbe(trial), new OpenEdxProbe(trial), new WordPressProbe(trial), new OaiProbe(trial), new MoocHubProbe(trial), new FeedProbe(trial), new CalendarProbe(trial),
            new CardProbe(trial, reading),
        ];
    }

    /// <summary>Every failure of the portal is in the answer.</summary>
    public async Task<ProbeReport> LookAsync(ProbeWish wish, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var bare = Bare(wish);
        using var fetcher = fetchers.For(bare);
        await fetcher.PrepareAsync(ct);
        var once = new RememberingFetcher(fetcher);
        var home = await once.FetchAsync(new PageRequest(wish.Address) { Accept = Anything }, ct);
        if (ProbeRefusal.Of(home, wish) is { } refused)
        {
            return new(bare.Name, [new("page", wish.Address, ProbeStatus.Of(home), "no page to read")], fetcher.Figures.Requests) { Refusal = refused };
        }

        var findings = new List<ProbeFinding>();
        try
        {
            using var site = new ProbedSite(home, once, bare with { Address = home.Address });
            bare = bare with { Title = SiteWords.Title(site) ?? bare.Title, Language = SiteWords.Language(site) ?? bare.Language };
            foreach (var probe in probes) findings.AddRange(await probe.AskAsync(site, ct));
        }
        catch (ListingUnreliableException refusal)
        {
            return new(bare.Name, findings, fetcher.Figures.Requests) { Refusal = refusal.Message };
        }

        return Judged(bare, findings, home, fetcher.Figures.Requests);
    }

    private ProbeReport Judged(SourceDefinition bare, List<ProbeFinding> findings, Page home, long requests)
    {
        var report = new ProbeReport(bare.Name, findings, requests);
        var best = findings.Where(finding => finding is { Draft: not null, Courses: > 0 }).OrderBy(finding => finding.Draft!.Standing).ThenByDescending(finding => finding.Courses).FirstOrDefault();
        if (best is null) return report with { Refusal = ProbeRefusal.Nothing(home, findings, bare.Name) };
        // A host's name is what a portal is called only while nothing better is known.
        if (bare.Title == bare.Address?.IdnHost && best.Draft!.Title is { Length: > 0 } title) bare = bare with { Title = YamlWriting.OneLine(title) };
        var text = SourceFileText.Of(bare, best, findings, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        _ = reading.Read(text, bare.Name);
        return report with { Best = best, FileText = text };
    }

    private static SourceDefinition Bare(ProbeWish wish)
    {
        var bare = new SourceDefinition
        {
            Name = wish.Name ?? SourceName.Of(wish.Address),
            Title = wish.Address.IdnHost,
            Platform = "",
            Address = wish.Address,
            AllowPrivateAddress = wish.AllowPrivateAddress,
            Enabled = wish.Enable,
            Recorded = wish.Recorded,
        };
        return wish.Delay is { } delay ? bare with { Politeness = bare.Politeness with { Delay = delay } } : bare;
    }

    // A stranger's portal that is out of order is not asked again and again.
    private static FetchSettings Sparing(FetchSettings settings) => settings with { MaxRequests = MostRequests, Retries = 1 };
}
