using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Mistakes;

/// <summary>Takes readers' reports of mistakes: a little plain text, a few an hour from one address, nothing of who sends them.</summary>
internal sealed class MistakePages(MistakeReports reports, CourseSearch courses, Meter meter)
{
    /// <summary>How often one address may report.</summary>
    public static readonly RateLimits Tries = new(PerMinute: 1, Burst: 5);

    private static readonly ParameterSet Known = new([KnownParameters.Language, new("sent", "The report was kept.") { Values = ["1"] }]);

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapRead("/courses/{id}/mistake", (string id, HttpContext context, CancellationToken ct) =>
            OfAsync(id, context, (frame, title) => Task.FromResult<IResult>(PageAnswers.Of<MistakePage>(new MistakeView(frame, id, title) { Sent = context.Request.Query.ContainsKey("sent") })), ct)).NeedsIndex();
        pages.MapPost("/courses/{id}/mistake", (string id, HttpContext context, CancellationToken ct) => OfAsync(id, context, (frame, title) => TakeAsync(id, title, frame, context, ct), ct)).NeedsIndex();
    }

    private async Task<IResult> TakeAsync(string id, string title, PageFrame frame, HttpContext context, CancellationToken ct)
    {
        if (await DeskForm.ReadAsync(context.Request, ct) is not { } form)
            return Again(frame, id, title, null, "", "mistake.wrong.form", StatusCodes.Status400BadRequest);
        var words = Clean(form["words"]);
        if (!Wire.TryParse<MistakeKind>(form["kind"], out var kind))
            return Again(frame, id, title, null, words, "mistake.wrong.kind", StatusCodes.Status400BadRequest);
        if (words.Length > MistakeReports.LongestWords)
            return Again(frame, id, title, kind, words[..MistakeReports.LongestWords], "mistake.wrong.long", StatusCodes.Status400BadRequest);
        if (meter.Take($"mistake {Client.Of(context.Connection.RemoteIpAddress, Tries).Name}", 1, Tries).Wait is { } wait)
            return TooMany(context, wait, Again(frame, id, title, kind, words, "mistake.wrong.many", StatusCodes.Status429TooManyRequests));
        return await reports.SendAsync(id, kind, words, ct) switch
        {
            MistakeOutcome.Kept => TypedResults.Redirect(frame.Here.To($"/courses/{id}/mistake").Without("framework").With("sent", "1").ToString()),
            MistakeOutcome.Personal => Again(frame, id, title, kind, words, "mistake.wrong.personal", StatusCodes.Status400BadRequest),
            _ => TooMany(context, TimeSpan.FromHours(1), Again(frame, id, title, kind, words, "mistake.wrong.many", StatusCodes.Status429TooManyRequests)),
        };
    }

    private async Task<IResult> OfAsync(string id, HttpContext context, Func<PageFrame, string, Task<IResult>> page, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Known.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal ? PageAnswers.Problem(context, refusal)
            : courses.Find(id) is { } found ? await page(PageFrame.Of(context), found.Course.Title)
            : PageAnswers.Problem(context, await courses.AbsenceAsync(id, ct));
    }

    private static IResult TooMany(HttpContext context, TimeSpan wait, IResult page)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return page;
    }

    private static RazorComponentResult Again(PageFrame frame, string id, string title, MistakeKind? kind, string words, string wrong, int status) =>
        PageAnswers.Of<MistakePage>(new MistakeView(frame, id, title) { Kind = kind, Words = words, Wrong = frame.Texts[wrong] }, status);

    // Plain text in lines: everything that only programs see is taken out.
    private static string Clean(string sent) => new([.. sent.ReplaceLineEndings("\n").Trim().Where(c => c == '\n' || !char.IsControl(c))]);
}
