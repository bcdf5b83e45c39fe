using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Courses;

/// <summary>The addresses under /api/v1/courses.</summary>
internal static class CourseEndpoints
{
    public static void MapCourses(this IEndpointRouteBuilder routes, CourseParameters parameters)
    {
        routes.MapRead("/api/v1/courses", Search).Takes(parameters.Search).NeedsIndex()
            .Named("courses", "searchCourses", "Search courses", "Finds courses by words and filters, with counts by facet. Repeating a parameter means «or», different parameters mean «and»; a facet's counts leave its own filter out.")
            .Produces<SearchResponse>().WithMetadata(ExportExamples.Instance).ProducesProblem(StatusCodes.Status410Gone);
        routes.MapRead("/api/v1/courses/{id}", OneAsync).Takes(parameters.One).NeedsIndex()
            .Named("courses", "getCourse", "One course", "A course with its description. 308 where its portal offers it under another key now, 410 where it no longer does.")
            .Produces<CourseItem>().WithMetadata(ExportExamples.Instance).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        routes.MapRead("/api/v1/courses/{id}/similar", SimilarAsync).Takes(parameters.Similar).NeedsIndex()
            .Named("courses", "getSimilarCourses", "Courses like this one", "Nearest first; the course itself is left out.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static IResult Search(HttpRequest http, CourseSearch search, CourseExports exports, FieldWordFilters typed, Frameworks frameworks)
    {
        if (typed.Spread(http) is { } unfitting)
            return unfitting.Result();
        if (CourseRequest.Read(http.Query, frameworks, ItemFields.All, out var request) is { } refusal)
            return refusal.Result();
        if (ExportFormat.Named(CourseRequest.One(http.Query, "format")) is { } format)
            return CourseExports.Refusal(http.Query, format) is { } unfit ? unfit.Result() : exports.Found(request, format, http.HttpContext);
        var answer = search.AskCounted(request);
        return CourseSearch.Problem(answer) is { } problem ? problem.Result() : TypedResults.Ok(search.Answer(answer, request));
    }

    private static async Task<IResult> OneAsync(
        string id, HttpRequest http, CourseSearch search, CourseExports exports, Frameworks frameworks, CancellationToken ct)
    {
        if (CourseRequest.Read(http.Query, frameworks, ItemFields.All, out var request) is { } refusal)
            return refusal.Result();
        var format = ExportFormat.Named(CourseRequest.One(http.Query, "format"));
        if (format is not null && CourseExports.Refusal(http.Query, format) is { } unfit)
            return unfit.Result();
        if (search.Find(id) is { } course)
            return format is null ? TypedResults.Ok(await search.ItemAsync(course, request, ct)) : exports.One(course, request, format);
        return await search.SuccessorAsync(id, ct) is { } successor
            ? TypedResults.Redirect($"/api/v1/courses/{successor}{http.QueryString}", permanent: true, preserveMethod: true)
            : (await search.AbsenceAsync(id, ct)).Result();
    }

    private static async Task<Results<Ok<CourseList>, ProblemHttpResult>> SimilarAsync(
        string id, HttpRequest http, CourseSearch search, Frameworks frameworks, CancellationToken ct)
    {
        if (CourseRequest.Read(http.Query, frameworks, ItemFields.All, out var request) is { } refusal)
            return refusal.Result();
        return search.Similar(id, request.Query.Limit) is { } hits
            ? TypedResults.Ok(new CourseList(search.Items(hits, request)))
            : (await search.AbsenceAsync(id, ct)).Result();
    }
}
