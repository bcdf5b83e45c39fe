using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Curation;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Signing in and out, and what waits at the desk.</summary>
internal sealed class EntrancePages(DeskDoor door, ReviewQueue queue, HeldRuns held, MistakeReports mistakes)
{
    private static readonly HashSet<string> Nothing = [];

    public void Map(IEndpointRouteBuilder pages, DeskRoutes desk)
    {
        desk.Read("/desk", OverviewAsync);
        // The second parameter keeps it from being taken for a method that writes its answer itself, whose result would be thrown away.
        pages.MapPost("/desk/sign-in", (HttpContext context, CancellationToken _) => SignInAsync(context, desk));
        desk.Write("/desk/sign-out", SignOutAsync);
        pages.MapRead("/en/desk/{**rest}", (string? rest) => TypedResults.Redirect($"/desk{(string.IsNullOrEmpty(rest) ? "" : $"/{Uri.EscapeDataString(rest).Replace("%2F", "/", StringComparison.Ordinal)}")}?lang=en"));
    }

    private async Task<IResult> OverviewAsync(DeskCall call) => PageAnswers.Of<OverviewPage>(new OverviewView(
        call.Desk,
        (await queue.ReadAsync(new(Nothing, Nothing, null, 1, "uk"), call.Ct)).Total,
        (await held.ListAsync(call.Ct)).Count,
        await mistakes.OpenAsync(call.Ct)));

    private async Task<IResult> SignInAsync(HttpContext context, DeskRoutes desk)
    {
        DeskRoutes.Close(context);
        if (await DeskForm.ReadAsync(context.Request, context.RequestAborted) is not { } form || !door.IsOurs(context, form[FormToken.Field]))
            return PageAnswers.Problem(context, ApiProblem.StrangeForm());
        var outcome = await door.SignInAsync(context, form["key"]);
        if (outcome.Wait is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return desk.SignIn(context, StatusCodes.Status429TooManyRequests, "desk.tooOften");
        }

        return outcome.Done ? TypedResults.Redirect(PageFrame.Of(context).Here.To("/desk").Only("lang").ToString()) : desk.SignIn(context, StatusCodes.Status403Forbidden, "desk.wrongKey");
    }

    private async Task<IResult> SignOutAsync(DeskCall call, DeskForm form)
    {
        await door.SignOutAsync(call.Http, call.Visitor);
        return call.Go("/desk");
    }
}
