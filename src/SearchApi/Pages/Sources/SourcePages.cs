using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using DcCourseIndex.SearchApi.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>The pages about sources and their runs.</summary>
internal static class SourcePages
{
    private const int RunsShown = 30;
    private static readonly ParameterSet Plain = new([KnownParameters.Language]);

    public static void MapSourcePages(this IEndpointRouteBuilder pages)
    {
        pages.MapRead("/sources", AllAsync);
        pages.MapRead("/sources/{name}", OneAsync);
        pages.MapRead("/sources/{name}/runs/{id}", RunAsync);
    }

    private static Task<IResult> AllAsync(HttpContext context, SourceBook book, TimeProvider clock, CancellationToken ct) => AnswerAsync(context, async frame =>
        PageAnswers.Of<SourcesPage>(new SourcesView(frame, await book.AllAsync(ct), await book.PulseAsync(ct), clock.GetUtcNow())));

    private static Task<IResult> OneAsync(string name, HttpContext context, SourceBook book, RunHistory history, TimeProvider clock, CancellationToken ct) => AnswerAsync(context, async frame =>
        await book.FindAsync(name, ct) is { } source
            ? PageAnswers.Of<SourcePage>(new SourceView(frame, source, [.. (await history.OfAsync(name, null, RunsShown, ct)).Select(RunReport.InList)], clock.GetUtcNow()))
            : PageAnswers.Problem(context, ApiProblem.UnknownSource(name)));

    private static Task<IResult> RunAsync(string name, string id, HttpContext context, SourceBook book, CancellationToken ct) => AnswerAsync(context, async frame =>
        await book.FindAsync(name, ct) is not { } source ? PageAnswers.Problem(context, ApiProblem.UnknownSource(name))
        : await book.RunAsync(name, id, ct) is { } run ? PageAnswers.Of<RunPage>(new RunView(frame, source, run))
        : PageAnswers.Problem(context, ApiProblem.UnknownRun(name, id)));

    private static async Task<IResult> AnswerAsync(HttpContext context, Func<PageFrame, Task<IResult>> page) =>
        Plain.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal ? PageAnswers.Problem(context, refusal) : await page(PageFrame.Of(context));
}
