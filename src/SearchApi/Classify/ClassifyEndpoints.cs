using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Classify;

/// <summary>Tagging of listings that are not in the catalogue.</summary>
internal static class ClassifyEndpoints
{
    public static void MapClassify(this IEndpointRouteBuilder routes, Frameworks frameworks) =>
        routes.MapPost("/api/v1/classify", ClassifyAsync).Takes(new([KnownParameters.Framework(frameworks)]))
            .Named("competences", "classify", "Find the competences of a listing", "Takes one listing or an array of up to 100, at most 1 MiB, and answers in the same form and order, each as the verb classify answers a line. No competence is a normal answer. Of each text the first 20,000 characters are looked at. Codes are those of «framework», unless a listing names its own. Evidence quotes the words that a competence rests on; offsets count UTF-16 units of the field's plain text. Nothing is kept.")
            .WithMetadata(new BodyExample("""{"title":"Медіаграмотність","summary":"Як розпізнати фейк","language":"uk"}"""))
            .Accepts<ClassifyListing>("application/json")
            .Produces<Classified>()
            .RequireCors(ForeignPages.Asking).Costs(5)
            .WithMetadata(ClassifyExamples.Instance)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> ClassifyAsync(HttpRequest http, ListingClassifier classifier, Frameworks frameworks, CancellationToken ct)
    {
        var (body, problem) = await ClassifyBody.ReadAsync(http, frameworks, ct);
        if (body is null)
            return problem!.Result();
        var answers = body.Listings.Select(listing => classifier.Classify(listing, CourseRequest.One(http.Query, "framework"))).ToList();
        return body.IsArray ? TypedResults.Ok(answers) : TypedResults.Ok(answers[0]);
    }
}
