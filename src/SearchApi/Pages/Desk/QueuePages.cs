using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Curation;
using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The queue of doubtful tags, and the buttons that say verdicts.</summary>
internal sealed class QueuePages(ReviewQueue queue, DeskVerdicts verdicts, DeskCoursePages courses, Frameworks frameworks)
{
    private const int Shown = 10;

    public void Map(DeskRoutes desk)
    {
        desk.Read("/desk/queue", QueueAsync,
            new("cursor", "«next» of the page before.") { Form = (value => ReviewQueue.Place(value) is not null, "use the link at the end of a page.") },
            new("competence", "Only courses with this competence, or nearly.") { Values = [.. frameworks.DigComp22.Competences.Select(one => one.Code)], MayBeEmpty = true },
            new("source", "Only courses of this source.") { Form = (CourseId.IsSourceName, "a source's name is 2 to 40 of a-z, 0-9 and hyphen."), MayBeEmpty = true });
        desk.Write("/desk/verdicts", SayAsync);
        desk.Write("/desk/withdraw", WithdrawAsync);
    }

    private async Task<IResult> QueueAsync(DeskCall call)
    {
        var found = await queue.ReadAsync(new(Set(call.Query("competence")), Set(call.Query("source")), call.Query("cursor"), Shown, call.Desk.Frame.Texts.Lang), call.Ct);
        return PageAnswers.Of<QueuePage>(new QueueView(call.Desk, frameworks.DigComp22, found));
    }

    private async Task<IResult> SayAsync(DeskCall call, DeskForm form)
    {
        var (said, problem) = await verdicts.SayAsync(form, call.By, call.Ct);
        return problem is null
            ? call.Back(form["back"], ("done", DeskVerdicts.Ids(said)))
            : await courses.OneAsync(call with { Desk = call.Desk.At(call.Desk.To("/desk/course").With("id", form["course"])) with { Wrong = problem } }, form["course"], StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> WithdrawAsync(DeskCall call, DeskForm form) =>
        call.Back(form["back"], ("undone", DeskVerdicts.Ids(await verdicts.WithdrawAsync(form["ids"], call.By, call.Ct))));

    private static HashSet<string> Set(string? value) => value is null ? [] : [value];
}
