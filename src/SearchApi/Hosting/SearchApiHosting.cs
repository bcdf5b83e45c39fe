using System.Text.Unicode;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Assistants;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Classify;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Coverage;
using DcCourseIndex.SearchApi.Crawlers;
using DcCourseIndex.SearchApi.Curation;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Feeds;
using DcCourseIndex.SearchApi.Health;
using DcCourseIndex.SearchApi.HelpPlaces;
using DcCourseIndex.SearchApi.Interchange;
using DcCourseIndex.SearchApi.Interchange.OEmbed;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Mirroring;
using DcCourseIndex.SearchApi.Oai;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Pages.Desk;
using DcCourseIndex.SearchApi.Pages.Lists;
using DcCourseIndex.SearchApi.Pages.Mistakes;
using DcCourseIndex.SearchApi.Pages.Paths;
using DcCourseIndex.SearchApi.Pages.Search;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Paths;
using DcCourseIndex.SearchApi.Queries;
using DcCourseIndex.SearchApi.Revalidation;
using DcCourseIndex.SearchApi.Sources;
using DcCourseIndex.SearchApi.Sru;
using DcCourseIndex.SearchApi.Widget;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Puts the search API and its pages into a web application.</summary>
public static class SearchApiHosting
{
    /// <summary>
    /// Needs from the container: <c>ICourseSearcher</c>, <c>Frameworks</c>, <c>TextAnalysis</c>, <c>CompetenceTagger</c>, <c>ICourseCatalog</c>, <c>SourceWatch</c>,
    /// <c>AlarmLedger</c>, <c>RunHistory</c>, <c>DatedChanges</c>, <c>HelpPlaceLedger</c>, <c>ListLedger</c>, <c>KeyLedger</c>, <c>QueryLedger</c>, <c>VerdictLedger</c>, <c>VerdictTaking</c>, <c>ShownLedger</c>, <c>WholeCatalogue</c>, <c>WorkRequests</c>, <c>ClusterRecords</c>, <c>DuplicateVerdicts</c>, <c>HeldRuns</c>, <c>AddedSources</c>, <c>DeskSessions</c>, <c>MistakeReports</c>, <c>LedgerStore</c>, a <see cref="ReadinessReport"/> and a <see cref="DeepReport"/>, all as singletons.
    /// </summary>
    public static IServiceCollection AddSearchApi(this IServiceCollection services, SearchApiSettings settings)
    {
        services.AddRouting().AddRazorComponents();
        KeysOfTheProcess.AddTo(services);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddForeignPages();
        services.AddCompression();
        services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = ServerLimits.LongestRequest, TimeoutStatusCode = 503 });
        services.ConfigureHttpJsonOptions(options => ItemFields.Configure(options.SerializerOptions));
        services.AddDocument();
        services.AddServiceMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Sightings>();
        services.AddAnswers();
        return services
            .AddSingleton(settings)
            .AddSingleton<CourseParameters>()
            .AddSingleton<KnownProviders>()
            .AddSingleton<FieldWordFilters>()
            .AddSingleton<FacetLabels>()
            .AddSingleton<CourseSearch>()
            .AddSingleton<CourseExports>()
            .AddSingleton<CompetenceCounts>()
            .AddSingleton<CoverageParameters>()
            .AddSingleton<CoverageBook>()
            .AddSingleton<Digigram>()
            .AddSingleton<PathReading>()
            .AddSingleton<PathPlanner>()
            .AddSingleton<PathRoom>()
            .AddSingleton<ListBook>()
            .AddSingleton<ListEndpoints>()
            .AddSingleton<ListPages>()
            .AddSingleton<HandoutPages>()
            .AddSingleton<SearchPages>()
            .AddSingleton<StartBook>()
            .AddSingleton<ExampleCourses>()
            .AddSingleton<Pages.Courses.CoursePages>()
            .AddSingleton<SiteMap>()
            .AddSingleton<IndexPresence>()
            .AddSingleton<Draining>()
            .AddHostedService(static services => services.GetRequiredService<Draining>())
            .AddSingleton<PlaceBook>()
            .AddSingleton<KeyRing>()
            .AddSingleton<Moments>()
            .AddSingleton<Meter>()
            .AddSingleton<ChangeItems>()
            .AddSingleton<PathTool>()
            .AddSingleton<AssistantTools>()
            .AddSingleton<NewLists>()
            .AddSingleton<DumpShelf>()
            .AddSingleton<OaiSets>()
            .AddSingleton<OaiRepository>()
            .AddSingleton<OaiAnswers>()
            .AddSingleton<CoursePages>()
            .AddSingleton<CqlFields>()
            .AddSingleton<SruSearch>()
            .AddSingleton<DoubtBook>()
            .AddSingleton<ReviewQueue>()
            .AddSingleton<ShownCounts>()
            .AddHostedService<ShownWriting>()
            .AddSingleton<SearchMeter>()
            .AddSingleton<MetricsShelf>()
            .AddSingleton<DeepCheck>()
            .AddSingleton<QueryLog>()
            .AddHostedService<QueryLogWriting>()
            .AddSingleton<SourceBook>()
            .AddSingleton<MistakePages>()
            .AddDesk();
    }

    /// <summary>The forms of answers without the web: needs <c>Frameworks</c> and <c>CompetenceTagger</c>.</summary>
    public static IServiceCollection AddAnswers(this IServiceCollection services)
    {
        services.TryAddSingleton<CompetenceCodes>();
        services.TryAddSingleton<CourseItems>();
        services.TryAddSingleton<CourseJson>();
        services.TryAddSingleton<ListingClassifier>();
        return services;
    }

    /// <summary>Adds headers, error answers, the API, its OpenAPI document and the pages. Other endpoints of the application get the headers and error answers too.</summary>
    public static WebApplication MapSearchApi(this WebApplication app)
    {
        app.Services.GetRequiredService<MetricsShelf>();
        app.UseDraining();
        app.UseRequestIds();
        app.UseSecurityHeaders();
        app.UseTrustedProxies();
        app.UseErrorAnswers();
        app.UseCors();
        app.UseRateLimiting();
        app.UseCodedTags();
        app.UseResponseCompression();
        app.UseReadValidators();
        app.UseRequestTimeouts();
        app.UseDeprecationHeaders();
        var sightings = app.Services.GetRequiredService<Sightings>();
        app.Use(async (context, next) =>
        {
            await sightings.LookAsync(context.RequestAborted);
            await next(context);
        });
        var parameters = app.Services.GetRequiredService<CourseParameters>();
        app.MapCourses(parameters);
        app.MapFeeds(parameters);
        app.MapOai();
        app.MapSru();
        app.MapInterchange(parameters);
        app.MapOEmbed(parameters);
        app.MapSuggest();
        app.MapCompetences(parameters);
        app.MapCoverage(app.Services.GetRequiredService<CoverageParameters>());
        app.MapPath();
        app.Services.GetRequiredService<ListEndpoints>().Map(app);
        app.MapClassify(app.Services.GetRequiredService<Frameworks>());
        app.MapVerdicts();
        app.MapQueue(app.Services.GetRequiredService<Frameworks>());
        app.MapChanges();
        app.MapDump();
        app.MapSources();
        app.MapPlaces();
        app.MapQueries();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi("/openapi/{documentName}.json").AnswersHead();
        app.MapCrawlers();
        app.MapAssistants();
        app.MapWidget(app.Services.GetRequiredService<Frameworks>());
        app.MapPages(parameters);
        return app;
    }
}
