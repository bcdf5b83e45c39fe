using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Coverage;

/// <summary>What the catalogue has for each competence, and what it lacks.</summary>
internal static class CoverageEndpoints
{
    public static void MapCoverage(this IEndpointRouteBuilder routes, CoverageParameters parameters) =>
        routes.MapRead("/api/v1/coverage", (HttpRequest http, CoverageBook book) => TypedResults.Ok(book.Of(parameters.Read(http.Query)))).Takes(parameters.Known).NeedsIndex()
            .Named("competences", "getCoverage", "Coverage of the competences and its gaps", "Competence × level × language with counts and freshness, competence × purpose, and the gaps by name: no course, none in Ukrainian, none free, none for beginners, none seen in thirty days. All counts come from one state of the index, and each is what a search with the same filters finds. A gap that a filter makes is not named.")
            .Produces<CoverageMap>();
}
