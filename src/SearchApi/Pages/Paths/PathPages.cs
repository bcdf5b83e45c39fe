using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Paths;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Paths;

/// <summary>The pages from the self-check to the learning path. No answer of theirs is kept, by us or on the way.</summary>
internal static class PathPages
{
    private static readonly ParameterSet Plain = new([KnownParameters.Language]);
    private static readonly ParameterSet Asked = new([new("area", "The one area to ask about.") { Values = [.. SelfCheck.Areas.Select(known => known.Area)] }, KnownParameters.Language]);
    private static readonly ParameterSet Shared = new([new("levels", "Levels as the page of a path writes them.") { Required = true }, KnownParameters.Language]);
    private static readonly ParameterSet Sheet = new([new("people", "How many rows the sheet has.") { Range = (1, 40), Default = "12" }, KnownParameters.Language]);

    public static void MapPathPages(this IEndpointRouteBuilder pages)
    {
        pages.MapRead("/path", (HttpContext context, PathRoom room) => Checked(context, Asked, frame => room.Ask(frame, CourseRequest.One(context.Request.Query, "area") is { } area ? PathForm.About(area) : PathForm.Empty, null)));
        pages.MapPost("/path", (HttpContext context, PathRoom room, CancellationToken ct) => Checked(context, Plain, frame => room.AnswerAsync(frame, context.Request, ct))).NeedsIndex();
        pages.MapRead("/path/shared", (HttpContext context, PathRoom room) => Checked(context, Shared, frame => room.Shared(frame, context.Request.Query["levels"]!))).NeedsIndex();
        pages.MapRead("/path/sheet", (HttpContext context, Frameworks frameworks) => Checked(context, Sheet, frame =>
            Task.FromResult<IResult>(PageAnswers.Of<PathSheetPage>(new PathSheetView(frame, frameworks.DigComp22, CourseRequest.Number(CourseRequest.One(context.Request.Query, "people")) ?? 12)))));
    }

    private static async Task<IResult> Checked(HttpContext context, ParameterSet parameters, Func<PageFrame, Task<IResult>> page)
    {
        // What somebody answered is to stay in this answer: no cache keeps it, and no portal behind a link is told where its reader came from.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return parameters.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal ? PageAnswers.Problem(context, refusal) : await page(PageFrame.Of(context));
    }
}

/// <summary>Answers the pages of learning paths.</summary>
internal sealed class PathRoom(Frameworks frameworks, Digigram digigram, PathReading reading, PathPlanner planner)
{
    public Task<IResult> Ask(PageFrame frame, PathForm form, string? wrong) => Task.FromResult<IResult>(
        PageAnswers.Of<PathAskPage>(new PathAskView(frame, frameworks, digigram.Framework, form, wrong), wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest));

    public async Task<IResult> AnswerAsync(PageFrame frame, HttpRequest request, CancellationToken ct)
    {
        if (await PathForm.ReadAsync(request, ct) is not { } form)
            return await Ask(frame, PathForm.Empty, frame.Texts["path.wrong.form"]);
        if (form.Again)
            return await Ask(frame, form, null);
        return reading.Read(form.Body(frame.Texts.Lang), out var question) is { } problem
            ? await Ask(frame, form, Words(frame, form, problem))
            : PageAnswers.Of<PathPage>(new PathView(frame, planner.Plan(question!), question!, shared: false) { Area = form["area"] });
    }

    public Task<IResult> Shared(PageFrame frame, string levels)
    {
        var stated = PathCode.Read(levels);
        var body = new PathBody { Levels = stated?.Levels, Digigram = stated?.Digigram, Lang = frame.Texts.Lang };
        return reading.Read(body, out var question) is null
            ? Task.FromResult<IResult>(PageAnswers.Of<PathPage>(new PathView(frame, planner.Plan(question!), question!, shared: true)))
            : Ask(frame, PathForm.Empty, frame.Texts["path.wrong.levels"]);
    }

    private static string Words(PageFrame frame, PathForm form, ApiProblem problem) => frame.Texts[problem.Parameter switch
    {
        "$.preferences.hours" => "path.wrong.hours",
        "$.first" => "path.wrong.first",
        _ => form.Tested ? "path.wrong.points" : "path.wrong.nothing",
    }];
}
