using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Harvesting.Judging;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Work;

/// <summary>The crawl role of one process as the service puts it together, over a store that the test holds.</summary>
internal sealed record CrawlRole(CrawlWork Work, SourceRuns Runs)
{
    /// <param name="platforms">Platforms besides those of the program.</param>
    public static CrawlRole Over(
        LedgerStore store, TimeProvider clock, PageFetchers fetchers, HarvestLimits? limits = null,
        IReadOnlyList<SourceDefinition>? sources = null, IReadOnlyList<ICoursePlatform>? platforms = null)
    {
        sources ??= [];
        var options = new LedgerOptions();
        var catalog = new LedgerCatalog(store, options, clock);
        var judge = new RunJudge(new RunEvidence(store));
        var byName = AllPlatforms.Create(_ => null).Concat(platforms ?? []).ToDictionary(platform => platform.Name, StringComparer.Ordinal);
        var preparation = Prepared.Listings();
        var harvester = new Harvester(catalog, fetchers, byName, preparation, judge, clock, NullLogger<Harvester>.Instance, new HarvestMemory(store));
        var switches = new SourceSwitches(store, clock);
        var turns = new SourceTurns();
        var tidying = new Tidying(sources, new Forget(new Forgetting(store, clock), new KeptTexts(store, clock), preparation), new Erasing(store, clock));
        var clusters = new ClusterRecords(store, clock);
        var duplicates = new DuplicateOrders(
            new DuplicateSearch(new PrintRecords(store), clusters, Prepared.Analysis, NullLogger<DuplicateSearch>.Instance),
            new DuplicateVerdicts(store, clock), clusters, catalog, NullLogger<DuplicateOrders>.Instance);
        var runs = new SourceRuns(catalog, harvester, switches, new SourceRests(store), turns, limits ?? HarvestLimits.Standard, tidying, duplicates, clock);
        var links = new LinkCheck(sources, new LinkLedger(store, clock), new LinkReports(store, clock), switches, fetchers, new LinkSettings(), clock, NullLogger<LinkCheck>.Instance);
        return new(
            new CrawlWork(
                sources, catalog, runs, fetchers, new ListingImport(catalog, preparation, judge, clock), new Retag(catalog, new Retagging(store, clock), preparation),
                new HeldRuns(store, options, clock), new RunHistory(store, clock), links, turns, tidying, duplicates,
                new PortalOrders(new AddressProbe(fetchers, new FetchSettings(), clock, byName), new SourceCheck(fetchers, byName, preparation), new AddedSources(store, clock), new KnownSources(sources), new WorkRequests(store, clock), byName)),
            runs);
    }
}
