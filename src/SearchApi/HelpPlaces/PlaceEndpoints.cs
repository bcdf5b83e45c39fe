using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.HelpPlaces;

/// <summary>Where people get help with learning.</summary>
internal static class PlaceEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder routes) => routes.MapRead("/api/v1/places", ListAsync).Takes(PlaceParameters.List)
        .Named("places", "getPlaces", "Places to get help", "Hubs and libraries where people get help with learning, as the operator's file lists them: nearest first where «near» is given. The answer has an ETag; If-None-Match saves sending it again.")
        .Produces<PlaceList>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status410Gone)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.Responses is { } responses && responses.TryGetValue("200", out var good) && good.Content is { } contents && contents.TryGetValue("application/json", out var answer))
                answer.Example = JsonNode.Parse(Example);
            return Task.CompletedTask;
        });

    /// <summary>Reads a query string that its <see cref="ParameterSet"/> has not refused.</summary>
    public static PlaceQuestion Question(IQueryCollection query, int limit) => new(
        CourseRequest.One(query, "near")?.Trim() is { Length: > 0 } near ? near : null,
        query["mentor"].Where(value => !string.IsNullOrEmpty(value)).Select(value => Wire.TryParse<Tutor>(value, out var mentor) ? mentor : Tutor.Unknown).ToHashSet(),
        CourseRequest.One(query, "cursor"),
        limit);

    private static async Task<IResult> ListAsync(HttpContext context, PlaceBook book, CancellationToken ct)
    {
        var question = Question(context.Request.Query, CourseRequest.Number(CourseRequest.One(context.Request.Query, "limit")) ?? 20);
        var list = await book.ListAsync(ct);
        var (answer, problem) = PlaceBook.Answer(list, question);
        return answer is null ? problem!.Result() : TypedResults.Ok(answer);
    }

    private const string Example =
        """
        {"total":1,"near":{"town":"Харків","lat":49.99,"lon":36.23},
         "items":[{"name":"Хаб «Вигаданий»","kind":"hub","distance":2.4,"address":"вул. Вигадана, 1","town":"Харків","region":"Харківська область","lat":50.01,"lon":36.24,
                   "hours":"пн–пт 10:00–18:00","mentor":"yes","contact":"hub@library.example","website":"https://library.example/","languages":["uk"]}]}
        """;
}
