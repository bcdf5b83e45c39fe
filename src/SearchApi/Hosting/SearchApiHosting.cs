using System.Text.Unicode;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Classify;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Crawlers;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Feeds;
using DcCourseIndex.SearchApi.Health;
using DcCourseIndex.SearchApi.HelpPlaces;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Queries;
using DcCourseIndex.SearchApi.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Puts the search API and its pages into a web application.</summary>
public static class SearchApiHosting
{
    /// <summary>
    /// Needs from the container: <c>ICourseSearcher</c>, <c>Frameworks</c>, <c>CompetenceTagger</c>, <c>ICourseCatalog</c>, <c>SourceWatch</c>,
    /// <c>AlarmLedger</c>, <c>RunHistory</c>, <c>HelpPlaceLedger</c>, <c>KeyLedger</c>, <c>QueryLedger</c> and a <see cref="ReadinessReport"/>, all as singletons.
    /// </summary>
    public static IServiceCollection AddSearchApi(this IServiceCollection services, SearchApiSettings settings)
    {
        services.AddRouting().AddRazorComponents();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddCors(options => options.AddDefaultPolicy(policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head)));
        services.ConfigureHttpJsonOptions(options => ItemFields.Configure(options.SerializerOptions));
        services.AddDocument();
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
            .AddSingleton<SearchPages>()
            .AddSingleton<SiteMap>()
            .AddSingleton<IndexPresence>()
            .AddSingleton<PlaceBook>()
            .AddSingleton<KeyRing>()
            .AddSingleton<QueryLog>()
            .AddHostedService<QueryLogWriting>()
            .AddSingleton<SourceBook>();
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
        app.UseSecurityHeaders();
        app.UseErrorAnswers();
        app.UseCors();
        var sightings = app.Services.GetRequiredService<Sightings>();
        app.Use(async (context, next) =>
        {
            await sightings.LookAsync(context.RequestAborted);
            await next(context);
        });
        var parameters = app.Services.GetRequiredService<CourseParameters>();
        app.MapCourses(parameters);
        app.MapFeeds(parameters);
        app.MapSuggest();
        app.MapCompetences(parameters);
        app.MapClassify();
        app.MapSources();
        app.MapPlaces();
        app.MapQueries();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapCrawlers();
        app.MapPages(parameters);
        return app;
    }
}
