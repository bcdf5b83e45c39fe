using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>The figures of operation in the form of Prometheus.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/metrics", ReadAsync).Costs(0).ForOperators()
            .Named("health", "metrics", "How does it fare?", "Counters and gauges of harvest, index, searches and requests, as text for Prometheus; /metrics is the same. For this machine and private networks, unless set otherwise.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        routes.MapGroup("").ExcludeFromDescription().MapRead("/metrics", ReadAsync).Costs(0).ForOperators();
    }

    private static async Task<ContentHttpResult> ReadAsync(MetricsShelf shelf, CancellationToken ct) =>
        TypedResults.Text(await shelf.CollectAsync(ct), PrometheusText.ContentType);
}
