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
    public static void MapClassify(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/classify", ClassifyAsync).Takes(ParameterSet.None)
            .Named("competences", "classify", "Find the competences of a listing", "Takes one listing or an array of up to 100 and answers in the same form and order. No competence is a normal answer.")
            .WithMetadata(new BodyExample("""{"title":"Медіаграмотність","summary":"Як розпізнати фейк","language":"uk"}"""))
            .Accepts<ClassifyListing>("application/json")
            .Produces<Classified>()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                OneOrMany.Widen(operation.RequestBody?.Content?["application/json"], ClassifyBody.MostListings);
                OneOrMany.Widen(operation.Responses?["200"].Content?["application/json"], ClassifyBody.MostListings);
                return Task.CompletedTask;
            })
            .RequireCors(ForeignPages.Asking).Costs(5)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> ClassifyAsync(HttpRequest http, ListingClassifier classifier, Frameworks frameworks, CancellationToken ct)
    {
        var (body, problem) = await ClassifyBody.ReadAsync(http, frameworks, ct);
        if (body is null)
            return problem!.Result();
        var answers = body.Listings.Select(classifier.Classify).ToList();
        return body.IsArray ? TypedResults.Ok(answers) : TypedResults.Ok(answers[0]);
    }
}
