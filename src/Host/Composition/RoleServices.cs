using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Telemetry;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Health;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Composition;

/// <summary>What each role adds to the container.</summary>
internal static class RoleServices
{
    private static readonly TimeSpan ReadinessWait = TimeSpan.FromSeconds(3);

    /// <summary>Requests are always answered; runs begin by themselves only for sources that may be asked.</summary>
    public static IServiceCollection AddCrawlRole(this IServiceCollection services, Installation installation) => services
        .AddHostedService<DailyErasing>()
        .AddHostedService<CrawlRequests>()
        .AddHostedService<HarvestWatch>()
        .AddLinkSchedule(installation)
        .AddHostedService(provider => ActivatorUtilities.CreateInstance<FirstHarvests>(provider, installation.Askable, installation.Demo))
        .AddDemoPlaces(installation)
        .AddHostedService(provider => ScheduleOf(provider, installation))
        .AddTakingOver(installation);

    private static IServiceCollection AddTakingOver(this IServiceCollection services, Installation installation) => installation.Catalogue.Connection is null
        ? services
        : services.AddHostedService(provider => ActivatorUtilities.CreateInstance<TakingOver>(provider, (Func<SourceDefinition, bool>)installation.IsAskable));

    /// <summary>What every process does that works on a catalogue with others.</summary>
    public static IServiceCollection AddNode(this IServiceCollection services, Installation installation, IReadOnlyList<Role> roles) => installation.Catalogue.Connection is null
        ? services
        : services
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<NodeBeats>(provider, roles))
            .AddHostedService<AddedSourceFollowing>();

    private static HarvestSchedule ScheduleOf(IServiceProvider provider, Installation installation)
    {
        var schedule = new HarvestSchedule(
            installation.Askable,
            (source, ct) => provider.GetRequiredService<SourceRuns>().ScheduledAsync(source, ct),
            ct => LastStartsAsync(provider.GetRequiredService<ICourseCatalog>(), ct),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            (source, ct) => provider.GetRequiredService<SourceRuns>().StandingAsync(source, ct),
            provider.GetService<SharedClockwork>());
        installation.Sources.Follow(source => installation.IsAskable(source) ? schedule.TakeAsync(source) : Task.CompletedTask, schedule.DropAsync);
        return schedule;
    }

    /// <summary>Figures and traces go to a collector where the settings name one.</summary>
    public static IServiceCollection AddTelemetrySending(this IServiceCollection services, Installation installation) => installation.Settings.Telemetry.Otlp is not { } collector
        ? services
        : services.AddServiceMetrics().AddHostedService(provider => new TelemetrySending(collector, provider.GetRequiredService<GlanceReading>()));

    // Without a contact nobody may be asked, and behind recordings nothing lives.
    private static IServiceCollection AddLinkSchedule(this IServiceCollection services, Installation installation) =>
        installation.Demo || installation.Settings.Contact is null ? services : services.AddHostedService<LinkSchedule>();

    private static IServiceCollection AddDemoPlaces(this IServiceCollection services, Installation installation) => !installation.Demo
        ? services
        : services.AddHostedService(provider => new DemoPlaces(Path.Combine(installation.ConfigFolder, DemoPlaces.Name), provider.GetRequiredService<HelpPlaceLedger>()));

    public static IServiceCollection AddSearchRole(this IServiceCollection services, Installation installation, IReadOnlyList<Role> roles) => services
        .AddSearchApi(new SearchApiSettings
        {
            Demo = installation.Demo,
            KeepQueries = installation.Settings.Queries.KeepDays,
            PublicAddress = installation.Settings.PublicAddress,
            Limits = installation.Settings.Api.Limits,
            TrustedProxies = installation.Settings.Api.TrustedProxies,
            Drain = installation.Demo ? TimeSpan.Zero : installation.Settings.Api.Drain,
            DumpFolder = Path.Combine(installation.DataFolder, "dump"),
            Contact = installation.Settings.Contact,
            Operation = installation.Settings.Telemetry.Readers,
            VocabularyFolder = installation.VocabularyFolder,
            Sources = () => [.. installation.Sources.Select(AboutOf)],
            SourceTitle = name => installation.Sources.FirstOrDefault(source => source.Name == name)?.Title,
        })
        .AddHostedService<SynonymReloading>()
        .AddSingleton<SearcherWith>(provider => words => provider.SearcherWith(installation, words))
        .AddSingleton<LinkLookup>(provider => provider.GetRequiredService<LinkLedger>().FindAsync)
        .AddSingleton<DeepReport>(provider => ct => DeepLook.TakeAsync(provider, installation, ct))
        .AddSingleton<ReadinessReport>(provider => ct => ReadinessAsync(provider, roles, ct));

    private static SourceAbout AboutOf(SourceDefinition source) => new(source.Name, source.Title)
    {
        Portal = source.Address,
        Enabled = source.Enabled,
        Schedule = source.Schedule,
        Permission = new(source.Permission.State, source.Permission.Date, source.Permission.Link),
        Export = new(source.Export.Description, source.Export.Image),
    };

    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastStartsAsync(ICourseCatalog catalog, CancellationToken ct) =>
        (await catalog.SourcesAsync(ct))
            .Where(source => source.Reports.Count > 0)
            .ToDictionary(source => source.Name, source => source.Reports[0].StartedAt, StringComparer.Ordinal);

    private static async Task<Readiness> ReadinessAsync(IServiceProvider services, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        var (catalog, trouble) = await CatalogAsync(services, ct);
        var index = services.GetRequiredService<ICourseSearcher>().Position;
        var follows = index.Epoch.Length > 0 && (catalog is null || index.Epoch == catalog.Epoch);
        return new Readiness
        {
            Catalogue = trouble is null ? new(true, $"epoch {catalog!.Epoch}, revision {catalog.Revision}") : new(false, trouble),
            Index = new(
                follows,
                follows ? $"revision {index.Revision}" : "The index is being built.",
                index.Revision,
                catalog?.Revision ?? index.Revision),
            Synonyms = SynonymsOf(services),
            Dictionary = new(true, services.GetRequiredService<TextAnalysis>().Dictionary),
            Roles = new(true, string.Join(", ", roles.Select(Wire.Name))),
        };
    }

    private static ReadinessPart SynonymsOf(IServiceProvider services) => services.GetRequiredService<QueryWordWatch>().Problems is { Count: > 0 } problems
        ? new(false, $"The earlier {Counted(services)} serve: {string.Join(' ', problems)}")
        : new(true, Counted(services));

    private static string Counted(IServiceProvider services)
    {
        var words = services.GetRequiredService<Synonyms>().Words;
        return string.Create(CultureInfo.InvariantCulture, $"{words.Rings.Count} rings and {words.Themes.Count} themes");
    }

    private static async Task<(CatalogPosition? Position, string? Trouble)> CatalogAsync(IServiceProvider services, CancellationToken ct)
    {
        // Whoever asks wants to know now; the store itself waits a minute for its server.
        using var timely = new CancellationTokenSource(ReadinessWait, services.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timely.Token);
        try
        {
            return (await services.GetRequiredService<LedgerStore>().PositionAsync(either.Token), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"The catalogue did not answer within {ReadinessWait.TotalSeconds} seconds."));
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException)
        {
            return (null, $"The catalogue cannot be read: {failure.Message}");
        }
    }
}
