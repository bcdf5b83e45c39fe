using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Browse;

/// <summary>A framework with counts.</summary>
internal static class CompetenceEndpoints
{
    public static void MapCompetences(this IEndpointRouteBuilder routes, CourseParameters parameters) =>
        routes.MapRead("/api/v1/competences", Tree).Takes(parameters.Competences).NeedsIndex().Costs(3)
            .Named("competences", "getCompetences", "Areas, competences and levels with counts", "A framework with the number of courses in each of its places, its attribution, and what its Ukrainian names are (official, unofficial or draft).");

    private static Ok<CompetenceTree> Tree(HttpRequest http, CompetenceCounts counts, Frameworks frameworks) => TypedResults.Ok(counts.Of(
        frameworks[CourseRequest.One(http.Query, "framework") ?? Frameworks.Default],
        CourseRequest.One(http.Query, "lang") ?? "uk"));
}
