using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.HelpPlaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Places;

/// <summary>The page about places to get help.</summary>
internal static class PlacePages
{
    private const int PlacesShown = 20;

    public static void MapPlacePages(this IEndpointRouteBuilder pages) => pages.MapRead("/places", AllAsync);

    private static async Task<IResult> AllAsync(HttpContext context, PlaceBook book, CancellationToken ct)
    {
        var query = SharedLinks.WithoutTags(context.Request);
        if (PlaceParameters.Page.Refusal(query) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        var question = PlaceEndpoints.Question(query, PlacesShown);
        var list = await book.ListAsync(ct);
        var (answer, problem) = PlaceBook.Answer(list, question);
        if (problem is { Status: StatusCodes.Status410Gone })
            return PageAnswers.Problem(context, problem);
        // A town that is not known is a slip of the hand; whoever made it keeps the form and all places.
        answer ??= PlaceBook.Answer(list, question with { Near = null }).Answer;
        return PageAnswers.Of<PlacesPage>(
            new PlacesView(PageFrame.Of(context), question, answer!, list.Places.Count == 0, problem is not null && question.Near is { } near ? new Towns(list.Places).Nearest(near) ?? "" : null),
            problem?.Status ?? StatusCodes.Status200OK);
    }
}
