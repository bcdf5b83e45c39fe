using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>From what somebody can do to what to learn next.</summary>
internal static class PathEndpoints
{
    public static void MapPath(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/path", PlanAsync).Takes(ParameterSet.None).NeedsIndex()
            .Named("competences", "planPath", "A learning path", "Takes a self-assessment (a level by competence) or a result of Digigram and answers with the gaps in the order in which to close them, up to three courses each with the reasons, and the hours in all. A gap without a course says so. The body is not stored and not logged.")
            .Accepts<PathBody>("application/json")
            .Produces<LearningPath>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .RequireCors(ForeignPages.Asking).Costs(5)
            .WithMetadata(new BodyExample("""{"digigram":{"points":{"0":13,"1":9,"2":6,"3":11,"4":5,"5":8}},"preferences":{"free":true,"certificate":true,"language":"uk","hours":40},"lang":"uk"}"""));

    private static async Task<IResult> PlanAsync(HttpRequest http, PathReading reading, PathPlanner planner, CancellationToken ct)
    {
        http.HttpContext.Response.Headers.CacheControl = "no-store";
        var (body, problem) = await PathReading.BodyAsync(http, ct);
        return problem is not null ? problem.Result()
            : reading.Read(body!, out var question) is { } wrong ? wrong.Result()
            : TypedResults.Ok(planner.Plan(question!));
    }
}
