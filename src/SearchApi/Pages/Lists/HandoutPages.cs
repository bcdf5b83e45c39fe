using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Handouts;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Pages.Courses;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>Sheets of paper: one course, a list in an address, a list that the server keeps.</summary>
internal sealed class HandoutPages(ListLedger ledger, ListBook book, CourseSearch courses, CourseItems items, Frameworks frameworks, TimeProvider clock)
{
    private static readonly ParameterSet Known = new([new("size", "The paper.") { Values = Wire.All<HandoutSize>(), Default = "a4" }, KnownParameters.Language]);

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapRead("/courses/{id}/print", (string id, HttpContext context, CancellationToken ct) => CheckedAsync(context, (frame, size) => CourseAsync(id, frame, size, context, ct))).NeedsIndex();
        pages.MapRead("/list/print", (HttpContext context, CancellationToken ct) => CheckedAsync(context, (frame, size) => ListAsync(null, frame.List?.List ?? ChosenCourses.Empty, frame, size, context, ct))).NeedsIndex();
        pages.MapRead("/lists/{id}/print", (string id, HttpContext context, CancellationToken ct) => CheckedAsync(context, async (frame, size) =>
            await ledger.FindAsync(id, ct) is { } kept ? await ListAsync(id, kept.List, frame, size, context, ct) : PageAnswers.Problem(context, ApiProblem.UnknownList(id)))).NeedsIndex();
    }

    private async Task<IResult> CourseAsync(string id, PageFrame frame, HandoutSize size, HttpContext context, CancellationToken ct)
    {
        if (courses.Find(id) is not { } found)
            return PageAnswers.Problem(context, await courses.AbsenceAsync(id, ct));
        var item = items.Of(found, frameworks.DigComp22, frame.Texts.Lang);
        return PageAnswers.Of<HandoutPage>(new HandoutView(frame, size, item.Title, SiteAddress.Course(SiteAddress.Of(context), id, frame.Texts.Lang))
        {
            About = CourseWords.Excerpt(item.Summary),
            Only = item,
            Now = clock.GetUtcNow(),
        });
    }

    private async Task<IResult> ListAsync(string? id, ChosenCourses list, PageFrame frame, HandoutSize size, HttpContext context, CancellationToken ct)
    {
        var shown = await book.ShowAsync(list, frameworks.DigComp22, frame.Texts.Lang, ct);
        var view = new ListView(frame, list, shown) { Id = id };
        return PageAnswers.Of<HandoutPage>(new HandoutView(frame, size, view.Title, new Uri(SiteAddress.Of(context), view.Public.ToString()))
        {
            About = list.About,
            // Nobody is sent home with a course that is not there.
            Courses = [.. shown.Where(one => one is { Course: not null, Fate: CourseFate.There }).Select(one => (one.Course!, one.Listed.Note))],
            Now = clock.GetUtcNow(),
        });
    }

    private static async Task<IResult> CheckedAsync(HttpContext context, Func<PageFrame, HandoutSize, Task<IResult>> page)
    {
        if (Known.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        _ = Wire.TryParse<HandoutSize>(CourseRequest.One(context.Request.Query, "size"), out var size);
        return await page(PageFrame.Of(context), size);
    }
}
