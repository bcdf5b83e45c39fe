using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>Librarians' verdicts: said, listed, withdrawn. All behind a key.</summary>
internal static class VerdictEndpoints
{
    private const string Address = "/api/v1/verdicts";

    private static readonly ParameterSet Listing = new([
        new("course", "Only verdicts on this course.") { Form = (CourseId.IsWellFormed, "a course's number looks like «source.key».") },
        new("by", "Only those of this name: the name of a key, or whoever signed a file."),
        new("after", "Only those after the verdict with this id: «next» of the page before.") { Form = (value => value.Length <= 18 && value.All(char.IsAsciiDigit), "use the id of a verdict, a whole number.") },
        new("limit", "How many verdicts at most.") { Range = (1, 1000), Default = "100" }]);

    public static void MapVerdicts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Address, SayAsync).Needs(Scope.Curate).Takes(ParameterSet.None)
            .Named("curation", "sayVerdicts", "Say a verdict", "Takes one verdict or an array of up to 100, all or none, and answers in the same form with id, by and at. The name of the key signs it. The course changes at once and stays so through every harvest and tagging; of two verdicts on the same thing the later counts, and both stay on record.")
            .Accepts<SaidVerdict>("application/json")
            .Produces<CourseVerdict>()
            .WithMetadata(VerdictExamples.Instance).WithMetadata(new BodyExample("""{"course":"prometheus.DC101","verdict":"confirm"}"""))
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapRead(Address, ListAsync).Needs(Scope.Curate).Takes(Listing)
            .Named("curation", "getVerdicts", "Verdicts", "In the order in which they were said, withdrawn ones too.");
        routes.MapDelete(Address + "/{id}", WithdrawAsync).Needs(Scope.Curate).Takes(ParameterSet.None)
            .Named("curation", "withdrawVerdict", "Withdraw a verdict", "It stays on record and no longer counts; what stood before it counts again. Twice is once.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SayAsync(HttpContext context, VerdictTaking taking, CancellationToken ct)
    {
        var (body, problem) = await VerdictBody.ReadAsync(context.Request, ct);
        if (body is null)
            return problem!.Result();
        var by = KeyNeeded.Of(context).Name;
        var outcomes = await taking.TakeAsync([.. body.Verdicts.Select(said => Signed(said, by))], wholly: true, ct);
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i].Problem is { } wrong)
                return body.Wrong(i, outcomes[i].Member, wrong).Result();
        return body.IsArray ? TypedResults.Ok(outcomes.Select(outcome => outcome.Verdict)) : TypedResults.Ok(outcomes[0].Verdict);
    }

    private static async Task<Ok<VerdictList>> ListAsync(HttpRequest request, VerdictLedger ledger, CancellationToken ct)
    {
        var query = request.Query;
        var limit = CourseRequest.Number(CourseRequest.One(query, "limit")) ?? 100;
        var after = CourseRequest.One(query, "after") is { } last ? long.Parse(last, CultureInfo.InvariantCulture) : 0;
        var items = await ledger.ListAsync(new(CourseRequest.One(query, "course"), CourseRequest.One(query, "by"), after, limit), ct);
        return TypedResults.Ok(new VerdictList(items, items.Count == limit ? items[^1].Id : null));
    }

    private static async Task<Results<Ok<CourseVerdict>, ProblemHttpResult>> WithdrawAsync(string id, HttpContext context, VerdictLedger ledger, CancellationToken ct) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await ledger.WithdrawAsync(number, KeyNeeded.Of(context).Name, ct) is { } verdict
            ? TypedResults.Ok(verdict)
            : ApiProblem.UnknownVerdict(id).Result();

    private static CourseVerdict Signed(SaidVerdict said, string by) => new()
    {
        Course = said.Course,
        Verdict = said.Verdict,
        Competence = said.Competence,
        Field = said.Field,
        Value = said.Value,
        Note = said.Note,
        By = by,
    };
}
