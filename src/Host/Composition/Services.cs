using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Curation;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Harvesting.Judging;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Visibility;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Export;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace DcCourseIndex.Host.Composition;

/// <summary>Puts the rooms together: one container for the service and for every verb. Nothing is opened before it is asked for.</summary>
internal static class Services
{
    /// <summary>The container of a verb: warnings go to standard error.</summary>
    public static ServiceProvider BuildServices(this Installation installation)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddNotesOnStandardError(installation.Settings.Log, LogLevel.Warning));

        // A verb works on whatever is there; only the service insists on a folder of its own kind.
        var purpose = LedgerStore.PurposeOf(installation.Catalogue) ?? LedgerStore.Service;
        return services.AddDcCourseIndex(installation, purpose).BuildServiceProvider();
    }

    public static IServiceCollection AddDcCourseIndex(this IServiceCollection services, Installation installation, string purpose) => services
        .AddSingleton(installation)
        .AddSingleton(ShiftedClock.OfEnvironment())
        .AddSingleton(installation.Sources)
        .AddSingleton<IReadOnlyList<SourceDefinition>>(installation.Sources)
        .AddSingleton(installation.Frameworks)
        .AddSingleton(installation.Lexicon)
        .AddSingleton(_ => TextAnalysis.Load(installation.Settings.Language.Dictionary))
        .AddSingleton(provider => Taggers.Create(installation, provider.GetRequiredService<TextAnalysis>(), provider.GetRequiredService<ILoggerFactory>()))
        .AddCatalogue(installation, purpose)
        .AddCrawler(installation)
        .AddIndex(installation)
        .AddSingleton<CatalogDump>()
        .AddSingleton<LabelledDump>()
        .AddSingleton<CourseNdjson>()
        .AddAnswers();

    private static IServiceCollection AddCatalogue(this IServiceCollection services, Installation installation, string purpose) => services
        .AddSingleton(new LedgerOptions
        {
            RetireAfterRuns = installation.Settings.Lifecycle.RetireAfterRuns,
            RetireAfterDays = installation.Settings.Lifecycle.RetireAfterDays,
        })
        .AddSingleton(provider => LedgerStore.Open(installation.Catalogue, provider.GetRequiredService<TimeProvider>(), purpose))
        .AddSingleton<ICourseCatalog, LedgerCatalog>()
        .AddSingleton<HeldRuns>()
        .AddSingleton<RunEvidence>()
        .AddSingleton<SourceSwitches>()
        .AddSingleton<SourceRests>()
        .AddSingleton<WorkRequests>()
        .AddSingleton<Retagging>()
        .AddSingleton<PageMemory>()
        .AddSingleton<PrintRecords>()
        .AddSingleton<ClusterRecords>()
        .AddSingleton<DuplicateVerdicts>()
        .AddSingleton<HarvestMemory>()
        .AddSingleton<LinkLedger>()
        .AddSingleton<LinkReports>()
        .AddSingleton<SiteFiles>()
        .AddSingleton<Forgetting>()
        .AddSingleton<KeptTexts>()
        .AddSingleton<Erasing>()
        .AddSingleton<CatalogCheck>()
        .AddSingleton<RunHistory>()
        .AddSingleton<DatedChanges>()
        .AddSingleton<HelpPlaceLedger>()
        .AddSingleton<QueryLedger>()
        .AddSingleton<KeyLedger>()
        .AddSingleton<VerdictLedger>()
        .AddSingleton<ShownLedger>()
        .AddSingleton<VerdictCheck>()
        .AddSingleton<VerdictTaking>()
        .AddSingleton<WholeCatalogue>()
        .AddSingleton<ListLedger>()
        .AddSingleton<DeskSessions>()
        .AddSingleton<MistakeReports>()
        .AddSingleton<AddedSources>()
        .AddCluster(installation)
        .AddAlarms(installation);

    // Where the catalogue is one process's alone, nothing of this is there, and whoever could use it does without.
    private static IServiceCollection AddCluster(this IServiceCollection services, Installation installation) => installation.Catalogue.Connection is not { } connection
        ? services
        : services
            .AddSingleton(new Node(installation.NodeName!))
            .AddSingleton(installation.Settings.Node.Times)
            .AddSingleton<Leases>()
            .AddSingleton<HostSlots>()
            .AddSingleton<NodeSigns>()
            .AddSingleton(provider => new SharedClockwork(ConnectionLimits.ForWriting(connection), provider.GetRequiredService<Node>(), installation.Settings.Node.Times));

    private static IServiceCollection AddAlarms(this IServiceCollection services, Installation installation) => services
        .AddSingleton<IReadOnlyList<WatchedSource>>([.. installation.Sources.Select(Watched)])
        .AddSingleton<WatchMarks>()
        .AddSingleton<AlarmLedger>()
        .AddSingleton<AlarmQueue>()
        .AddSingleton<SourceWatch>();

    private static WatchedSource Watched(SourceDefinition source) => new(
        source.Name, source.Enabled, source.Schedule is { } schedule ? after => CronText.NextAfter(schedule, after) : null);

    private static IServiceCollection AddCrawler(this IServiceCollection services, Installation installation) => services
        .AddSingleton(provider => new AlarmChannels(installation.Settings.Alarms, Environment.GetEnvironmentVariable, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new AlarmTelling(
            provider.GetRequiredService<AlarmQueue>(),
            provider.GetRequiredService<AlarmChannels>(),
            installation.Settings.PublicAddress,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AlarmTelling>>()))
        .AddSingleton(new FetchSettings { Contact = installation.Settings.Contact, MaxRequests = installation.Settings.Harvest.MostRequests })
        .AddSingleton(new HarvestLimits(installation.Settings.Harvest.LongestRun))
        .AddSingleton(provider => new PageFetchers(
            provider.GetRequiredService<FetchSettings>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<PageMemory>(),
            provider.GetRequiredService<SiteFiles>(),
            provider.GetService<HostSlots>(),
            installation.Settings.Node.Times))
        .AddSingleton<IReadOnlyDictionary<string, ICoursePlatform>>(_ =>
            AllPlatforms.Create(Environment.GetEnvironmentVariable).ToDictionary(platform => platform.Name, StringComparer.Ordinal))
        .AddSingleton<CourseNormaliser>()
        .AddSingleton<ListingPreparation>()
        .AddSingleton<StatedFields>()
        .AddSingleton<FieldReading>(provider => provider.GetRequiredService<StatedFields>().Read)
        .AddSingleton<RunJudge>()
        .AddSingleton<Harvester>()
        .AddSingleton<ListingImport>()
        .AddSingleton<Retag>()
        .AddSingleton<Forget>()
        .AddSingleton(installation.Settings.Links)
        .AddSingleton<LinkCheck>()
        .AddSingleton(provider => new SourceTurns(provider.GetService<Leases>(), installation.NodeName))
        .AddSingleton<Tidying>()
        .AddSingleton<SourceRuns>()
        .AddSingleton<DuplicateSearch>()
        .AddSingleton<DuplicateOrders>()
        .AddSingleton<PortalOrders>()
        .AddSingleton(provider => new AddressProbe(
            provider.GetRequiredService<PageFetchers>(), provider.GetRequiredService<FetchSettings>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IReadOnlyDictionary<string, ICoursePlatform>>()))
        .AddSingleton<CrawlWork>()
        .AddSingleton(provider => new SourceCheck(
            // A check remembers no page, because it writes nothing.
            provider.GetRequiredService<PageFetchers>().Beside(provider.GetRequiredService<FetchSettings>()),
            provider.GetRequiredService<IReadOnlyDictionary<string, ICoursePlatform>>(),
            provider.GetRequiredService<ListingPreparation>(),
            new OutdatedTerms(provider.GetRequiredService<TextAnalysis>())));

    private static IServiceCollection AddIndex(this IServiceCollection services, Installation installation) => services
        .AddSingleton(new Synonyms(installation.Lexicon.QueryWords))
        .AddSingleton(new QueryWordWatch(installation.VocabularyFolder))
        .AddSingleton(provider => SearchEngines.Create(installation, provider, provider.GetRequiredService<Synonyms>()))
        .AddSingleton(provider => new IndexFolder(Path.Combine(installation.DataFolder, "index"), provider.GetRequiredService<SearchEngine>(), SearchEngines.Others(installation, provider)))
        .AddSingleton<IndexFollower>()
        .AddSingleton<ICourseSearcher, LiveSearcher>();

    /// <summary>Notes go to standard error, because standard output is for data alone.</summary>
    public static void AddNotesOnStandardError(this ILoggingBuilder logging, LogSettings settings, LogLevel least)
    {
        logging.ClearProviders().SetMinimumLevel(least);
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (settings.Format == "json")
        {
            // Scopes tell run and request; the web server's own would tell the address as well, and that may hold a list's secret.
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
            logging.AddJsonConsole(json => (json.TimestampFormat, json.UseUtcTimestamp, json.IncludeScopes) = ("O", true, true));
        }
        else
        {
            logging.AddSimpleConsole(simple => (simple.SingleLine, simple.TimestampFormat, simple.ColorBehavior) =
                (true, Console.IsErrorRedirected ? "yyyy-MM-ddTHH:mm:sszzz " : "HH:mm:ss ", Console.IsErrorRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default));
        }
    }
}
