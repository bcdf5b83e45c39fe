using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Maps pages of the desk: behind the door all of them, kept by no cache and no search engine, and every form with its token.</summary>
internal sealed class DeskRoutes(IEndpointRouteBuilder pages, DeskDoor door, DeskVerdicts verdicts)
{
    private static readonly Parameter[] Everywhere =
    [
        KnownParameters.Language,
        new("done", "Verdicts that were just said."),
        new("undone", "Verdicts that were just withdrawn."),
        new("did", "What was just done.") { Values = DeskDeeds.All },
    ];

    public void Read(string pattern, Func<DeskCall, Task<IResult>> answer, params IReadOnlyList<Parameter> parameters)
    {
        var known = new ParameterSet([.. Everywhere, .. parameters]);
        pages.MapRead(pattern, async (HttpContext context) =>
        {
            Close(context);
            if (await door.VisitorAsync(context) is not { } visitor)
                return SignIn(context, context.Request.Path == "/desk" ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden, null);
            return known.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal ? PageAnswers.Problem(context, refusal) : await answer(await CallAsync(context, visitor));
        });
    }

    public void Write(string pattern, Func<DeskCall, DeskForm, Task<IResult>> act) => pages.MapPost(pattern, async (HttpContext context) =>
    {
        Close(context);
        if (await door.VisitorAsync(context) is not { } visitor)
            return SignIn(context, StatusCodes.Status403Forbidden, null);
        if (await DeskForm.ReadAsync(context.Request, context.RequestAborted) is not { } form || !FormToken.Fits(visitor.Secret, form[FormToken.Field]))
            return PageAnswers.Problem(context, ApiProblem.StrangeForm());
        return await act(new(context, new(PageFrame.Of(context), FormToken.Of(visitor.Secret), visitor.Key.Name), visitor), form);
    });

    /// <summary>The page of signing in, with what was wrong with the last try.</summary>
    public IResult SignIn(HttpContext context, int status, string? wrong) =>
        PageAnswers.Of<SignInPage>(new SignInView(Frame(context), door.StrangersToken(context), wrong is null ? null : PageTexts.In(context.Request.Query["lang"])[wrong]), status);

    // What was posted is nowhere to be read again.
    private static PageFrame Frame(HttpContext context) => PageFrame.Of(context) is var frame && HttpMethods.IsPost(context.Request.Method) ? frame with { Here = frame.Here.To("/desk").Only("lang") } : frame;

    /// <summary>Nothing of the desk is kept, found, or told to the places that its links lead to.</summary>
    public static void Close(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "same-origin";
    }

    private async Task<DeskCall> CallAsync(HttpContext context, DeskVisitor visitor) => new(
        context,
        new(PageFrame.Of(context), FormToken.Of(visitor.Secret), visitor.Key.Name)
        {
            Said = await verdicts.FindAsync(CourseRequest.One(context.Request.Query, "done"), context.RequestAborted),
            Withdrawn = await verdicts.FindAsync(CourseRequest.One(context.Request.Query, "undone"), context.RequestAborted),
            Did = CourseRequest.One(context.Request.Query, "did"),
        },
        visitor);
}
