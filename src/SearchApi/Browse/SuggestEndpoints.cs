using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Browse;

/// <summary>Completions of what has been typed.</summary>
internal static class SuggestEndpoints
{
    private static readonly ParameterSet Parameters = new([KnownParameters.Typed, KnownParameters.SuggestLimit, KnownParameters.Language, KnownParameters.SuggestFormat]);

    public static void MapSuggest(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/api/v1/suggest", Suggest).Takes(Parameters).NeedsIndex()
            .Named("courses", "suggest", "Complete a query", "Titles, terms and competences that begin as typed, best first. Completions come in the language in which they were typed.")
            .Produces<CompletionList>().WithMetadata(new MediaExamples([("application/x-suggestions+json", """["мед",["Медіаграмотність для громадян"]]"""u8.ToArray())]));

    private static IResult Suggest(HttpRequest http, ICourseSearcher searcher)
    {
        var typed = CourseRequest.One(http.Query, "q")!.Trim();
        var limit = CourseRequest.Number(CourseRequest.One(http.Query, "limit")) ?? 8;
        IReadOnlyList<Completion> found = typed.Length == 0 ? [] : searcher.Suggest(typed, limit);
        return CourseRequest.One(http.Query, "format") == "opensearch"
            ? TypedResults.Json(new object[] { typed, found.Select(completion => completion.Text) }, contentType: "application/x-suggestions+json")
            : TypedResults.Ok(new CompletionList(found));
    }
}

/// <summary>Completions, best first.</summary>
internal sealed record CompletionList(IReadOnlyList<Completion> Items);
