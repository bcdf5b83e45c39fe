using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Mirroring;

/// <summary>The catalogue's changes for those who keep a copy of it.</summary>
internal static class ChangeEndpoints
{
    private const int UsualLimit = 100;

    private static readonly ParameterSet Parameters = new(
    [
        new("after", "The revision that the copy has reached: «next» of the answer before, or «revision» of the dump; 0 asks for everything.")
        { Default = "0", Form = (value => value.Length <= 18 && value.All(char.IsAsciiDigit), "use «next» of an answer or «revision» of the dump.") },
        new("limit", "How many changes at most.") { Range = (1, 1000), Default = UsualLimit.ToString(CultureInfo.InvariantCulture) },
        new("epoch", "The epoch that the copy belongs to; another one than the catalogue's is answered with 410.")
        { Form = (value => value.Length <= 100, "use «epoch» of an answer or of the dump.") },
    ]);

    public static void MapChanges(this IEndpointRouteBuilder routes) => routes.MapRead("/api/v1/changes", ListAsync).Takes(Parameters)
        .Named("mirroring", "getChanges", "Changes of the catalogue", "Courses that changed after a revision, the oldest change first, each once in its newest state; a retired course is a tombstone without «course». Ask again with «next» as «after»: nothing is missed, whatever is written meanwhile, and applying a change twice does no harm. Begin with the dump. 410: the epoch is another, because the catalogue was restored; begin with a new dump.")
        .ProducesProblem(StatusCodes.Status410Gone).Costs(5);

    private static async Task<Results<Ok<ChangeList>, ProblemHttpResult>> ListAsync(HttpRequest http, ICourseCatalog catalogue, ChangeItems items, CancellationToken ct)
    {
        var after = long.Parse(CourseRequest.One(http.Query, "after") ?? "0", CultureInfo.InvariantCulture);
        var limit = CourseRequest.Number(CourseRequest.One(http.Query, "limit")) ?? UsualLimit;
        var page = await catalogue.ChangesAfterAsync(after, limit, ct);
        var position = page.Catalog;
        // A revision that was never reached is of another catalogue too.
        if ((CourseRequest.One(http.Query, "epoch") is { } epoch && epoch != position.Epoch) || after > position.Revision)
            return ApiProblem.ForeignEpoch(position.Epoch).Result();
        return TypedResults.Ok(new ChangeList
        {
            Epoch = position.Epoch,
            Revision = position.Revision,
            Items = [.. page.Changes.Select(items.Of)],
            Next = page.Reached(after),
            More = page.Changes.Count == limit,
        });
    }
}
