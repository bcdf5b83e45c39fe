using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Sources;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Every source as its operator sees it: health, what went wrong in words, what its last runs brought.</summary>
internal sealed class DeskSourcePages(SourceBook book, RunHistory history, TimeProvider clock)
{
    private const int RunsShown = 30;

    public void Map(DeskRoutes desk) => desk.Read("/desk/sources", AnswerAsync);

    private async Task<IResult> AnswerAsync(DeskCall call)
    {
        var sources = new List<OperatedSource>();
        foreach (var source in await book.AllAsync(call.Ct))
            sources.Add(new(source, [.. (await history.OfAsync(source.Name, null, RunsShown, call.Ct)).Select(RunReport.Of)]));
        return PageAnswers.Of<DeskSourcesPage>(new DeskSourcesView(call.Desk, sources, await book.PulseAsync(call.Ct), clock.GetUtcNow()));
    }
}
