using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>The courses that wait for a librarian.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder routes, Frameworks frameworks)
    {
        string[] codes = [.. frameworks.DigComp22.Competences.Select(competence => competence.Code)];
        var parameters = new ParameterSet([
            KnownParameters.Limit,
            new("cursor", "«next» of the page before.") { Form = (value => ReviewQueue.Place(value) is not null, "use «next» of an answer, or leave it out.") },
            new("competence", "Only courses that have one of these competences, or nearly: codes of DigComp 2.2.") { Repeats = true, Values = codes },
            new("source", "Only courses of these sources.") { Repeats = true, Form = (CourseId.IsSourceName, "a source's name is 2 to 40 of a-z, 0-9 and hyphen.") },
            KnownParameters.Language]);
        routes.MapRead("/api/v1/verdicts/queue", ReadAsync).Needs(Scope.Curate).Takes(parameters)
            .Named("curation", "getReviewQueue", "What is to be looked at", "Courses whose competences the tagger is least sure of, those that are shown often first, each with its doubts in words. A course on which any verdict stands is not in it.");
    }

    private static async Task<Ok<QueueList>> ReadAsync(HttpRequest http, ReviewQueue queue, CancellationToken ct)
    {
        var query = http.Query;
        return TypedResults.Ok(await queue.ReadAsync(
            new(
                query["competence"].OfType<string>().ToHashSet(StringComparer.Ordinal),
                query["source"].OfType<string>().ToHashSet(StringComparer.Ordinal),
                CourseRequest.One(query, "cursor"),
                CourseRequest.Number(CourseRequest.One(query, "limit")) ?? 20,
                CourseRequest.One(query, "lang") ?? "uk"),
            ct));
    }
}
