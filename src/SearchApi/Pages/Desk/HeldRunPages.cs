using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Runs that the guard held: why, what they would bring, and the word on them, which the crawl role carries out.</summary>
internal sealed class HeldRunPages(HeldRuns held, DeskRequests requests)
{
    private const int CoursesShown = 10;

    public void Map(DeskRoutes desk)
    {
        desk.Read("/desk/runs", AnswerAsync);
        desk.Write("/desk/runs", AskAsync);
    }

    private async Task<IResult> AnswerAsync(DeskCall call)
    {
        var asked = await requests.NewestAsync([DeskRequests.Accept, DeskRequests.Discard], 30, call.Ct);
        var runs = new List<HeldRun>();
        foreach (var report in await held.ListAsync(call.Ct))
        {
            var courses = await held.CoursesAsync(report.Run, call.Ct);
            runs.Add(new(report, courses.Count, courses.Count(course => course.New), [.. courses.OrderBy(course => course.New ? 0 : 1).Take(CoursesShown)], asked.FirstOrDefault(request => request.Asked.Run == report.Run)));
        }

        return PageAnswers.Of<HeldRunsPage>(new HeldRunsView(call.Desk, runs, [.. asked.Where(request => runs.All(run => run.Report.Run != request.Asked.Run))]));
    }

    private async Task<IResult> AskAsync(DeskCall call, DeskForm form)
    {
        if (form.Act is DeskRequests.Accept or DeskRequests.Discard)
            await requests.AskAsync(new() { Verb = form.Act, Run = DeskForm.Number(form.About), By = call.By }, quick: true, call.Ct);
        return call.Go("/desk/runs", ("did", DeskDeeds.Asked));
    }
}
