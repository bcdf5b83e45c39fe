using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the catalogue takes for one course, and why; a librarian joins, splits, and takes either back. The crawl role carries it out.</summary>
internal sealed class DuplicatePages(ClusterRecords clusters, DuplicateVerdicts words, DeskRequests requests)
{
    private const int Shown = 15;
    private const int WordsShown = 30;

    public void Map(DeskRoutes desk)
    {
        desk.Read("/desk/duplicates", AnswerAsync,
            new("course", "Only the cluster of this course.") { MayBeEmpty = true },
            new("after", "Only clusters after this one.") { Form = (CourseId.IsWellFormed, "use the link at the end of a page.") });
        desk.Write("/desk/duplicates", AskAsync);
    }

    private async Task<IResult> AnswerAsync(DeskCall call)
    {
        var course = call.Query("course");
        var found = course is not null && CourseId.IsWellFormed(course) ? await clusters.ListAsync(course, call.Ct)
            : course is not null ? []
            : await clusters.PageAsync(call.Query("after"), Shown + 1, call.Ct);
        return PageAnswers.Of<DuplicatesPage>(new DuplicatesView(call.Desk, [.. found.Take(Shown)])
        {
            Course = course,
            Next = found.Count > Shown ? found[Shown - 1].Id : null,
            Words = [.. (await words.ListAsync(course, call.Ct)).Reverse().Take(WordsShown)],
            Requests = await requests.NewestAsync([DeskRequests.Join, DeskRequests.Split], 10, call.Ct),
        });
    }

    private async Task<IResult> AskAsync(DeskCall call, DeskForm form)
    {
        var verb = form.Act is "split" or "undo-split" ? DeskRequests.Split : DeskRequests.Join;
        string[] courses = [.. new[] { form.About.Length > 0 ? form.About : form["one"], form["other"] }.SelectMany(text => text.Split(' ')).Select(text => text.Trim()).Where(text => text.Length > 0)];
        await requests.AskAsync(new() { Verb = verb, Courses = courses, By = call.By, Undo = form.Act.StartsWith("undo-", StringComparison.Ordinal) }, quick: true, call.Ct);
        return call.Back(form["back"], ("did", DeskDeeds.Asked));
    }
}
