using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>Where the courses come from, and how their harvest goes.</summary>
internal static class SourceEndpoints
{
    private static readonly ParameterSet Paging = new([KnownParameters.Limit, KnownParameters.RunsCursor]);

    public static void MapSources(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/sources", ListAsync).Takes(ParameterSet.None)
            .Named("sources", "getSources", "Sources", "Every source that ever ran or is to be harvested, with its counts, its alarms, the time of the last complete run and the figures of the last one; and whether the harvest itself is alive.");
        routes.MapRead("/api/v1/sources/{name}", OneAsync).Takes(ParameterSet.None)
            .Named("sources", "getSource", "One source", "A source with its alarms of the past.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapRead("/api/v1/sources/{name}/runs", RunsAsync).Takes(Paging)
            .Named("sources", "getRuns", "The runs of a source", "Newest first, in figures. «next» is the cursor of the following page.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapRead("/api/v1/sources/{name}/runs/{id}", RunAsync).Takes(ParameterSet.None)
            .Named("sources", "getRun", "One run", "The full report of a run: what it found and changed, what it cost the portal, what it refused and why.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<SourceList>> ListAsync(SourceBook book, CancellationToken ct)
    {
        var pulse = await book.PulseAsync(ct);
        return TypedResults.Ok(new SourceList(await book.AllAsync(ct), new(pulse.Alive, pulse.LastAlive)));
    }

    private static async Task<Results<Ok<SourceItem>, ProblemHttpResult>> OneAsync(string name, SourceBook book, CancellationToken ct) =>
        await book.FindAsync(name, ct) is { } source ? TypedResults.Ok(source) : ApiProblem.UnknownSource(name).Result();

    private static async Task<Results<Ok<RunList>, ProblemHttpResult>> RunsAsync(string name, HttpRequest http, SourceBook book, CancellationToken ct)
    {
        if (await book.FindAsync(name, ct) is null)
            return ApiProblem.UnknownSource(name).Result();
        var limit = CourseRequest.Number(CourseRequest.One(http.Query, "limit")) ?? 20;
        return TypedResults.Ok(await book.RunsAsync(name, CourseRequest.One(http.Query, "cursor"), limit, ct));
    }

    private static async Task<Results<Ok<RunReport>, ProblemHttpResult>> RunAsync(string name, string id, SourceBook book, CancellationToken ct) =>
        await book.RunAsync(name, id, ct) is { } run ? TypedResults.Ok(run) : ApiProblem.UnknownRun(name, id).Result();
}
