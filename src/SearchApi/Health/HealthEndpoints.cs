using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Health;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/health/live", () => TypedResults.Ok(new Liveness("ok"))).Costs(0)
            .Named("health", "live", "Is the process alive?", "200 as long as requests are answered at all.");
        routes.MapRead("/health/ready", ReadyAsync).Costs(0)
            .Named("health", "ready", "Can it serve?", "The catalogue, the index against the catalogue's revision, the dictionary and the roles. 503 also until the index has caught up after the start, and once the process was told to stop.")
            .Produces<Readiness>(StatusCodes.Status200OK)
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
        routes.MapRead("/health/deep", DeepAsync).Costs(0).ForOperators()
            .Named("health", "deep", "Is everything sound?", "What takes longer: the catalogue row by row, the index, the disk, the harvest and its alarms; looked at anew after ten minutes. For this machine and private networks, unless set otherwise.")
            .Produces<Soundness>(StatusCodes.Status200OK)
            .Produces<Soundness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JsonHttpResult<Readiness>> ReadyAsync(ReadinessReport report, Draining draining, IndexPresence presence, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var readiness = await report(ct) with
        {
            Serving = draining.IsGoing ? new(false, "The process was told to stop and takes leave.")
                : await presence.CaughtUpAsync(ct) ? new(true, "The index has caught up since the start.")
                : new(false, "The index has not caught up with the catalogue since the start."),
        };
        return TypedResults.Json(readiness, statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JsonHttpResult<Soundness>> DeepAsync(DeepCheck check, CancellationToken ct)
    {
        var found = await check.LookAsync(ct);
        return TypedResults.Json(found, statusCode: found.Sound ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>The word of a living process.</summary>
internal sealed record Liveness(string Status);
