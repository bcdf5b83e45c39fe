using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>Where the courses come from.</summary>
internal static class SourceEndpoints
{
    public static void MapSources(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/api/v1/sources", ListAsync).Takes(ParameterSet.None)
            .Named("sources", "getSources", "Sources", "Every source that ever ran, with its counts, the time of the last complete run the figures of the last one, and until when it is left alone.");

    public static async Task<IReadOnlyList<SourceItem>> ItemsAsync(ICourseCatalog catalogue, SearchApiSettings settings, TimeProvider clock, CancellationToken ct) =>
        [.. (await catalogue.SourcesAsync(ct)).Select(status => SourceItem.Of(status, settings.SourceTitle(status.Name), clock.GetUtcNow()))];

    private static async Task<Ok<SourceList>> ListAsync(ICourseCatalog catalogue, SearchApiSettings settings, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(new SourceList(await ItemsAsync(catalogue, settings, clock, ct)));
}
