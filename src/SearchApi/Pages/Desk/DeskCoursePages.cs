using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>One course at the desk: everything that can be said of it, and everything that was; found by its number, its address here, or words.</summary>
internal sealed partial class DeskCoursePages(ICourseCatalog catalog, VerdictLedger ledger, MistakeReports mistakes, ICourseSearcher searcher, CourseItems items, Frameworks frameworks)
{
    private const int HistoryShown = 200;
    private const int Found = 10;

    public void Map(DeskRoutes desk) => desk.Read("/desk/course", call => OneAsync(call, call.Query("id") ?? ""), new Parameters.Parameter("id", "A course's number or address, or words of its title.") { MayBeEmpty = true });

    /// <summary>The page of a course; of what words find, where they are no course's number.</summary>
    public async Task<IResult> OneAsync(DeskCall call, string asked, int status = StatusCodes.Status200OK)
    {
        var lang = call.Desk.Frame.Texts.Lang;
        var id = InAddress().Match(asked) is { Success: true } match ? match.Groups["id"].Value : asked.Trim();
        if (CourseId.IsWellFormed(id) && await catalog.FindAsync(id, call.Ct) is { } change)
        {
            return PageAnswers.Of<DeskCoursePage>(
                new DeskCourseView(call.Desk, frameworks.DigComp22, id, await ledger.NewestAsync(new(Course: id, Limit: HistoryShown), null, call.Ct))
                {
                    Course = change.Course is { } known ? items.Of(PassedOnCourse.Of(known), frameworks.DigComp22, lang) : null,
                    Hidden = change.Hidden,
                    Mistakes = await mistakes.OfAsync(id, call.Ct),
                },
                status);
        }

        var found = id.Length == 0 ? [] : searcher.Search(new() { Text = id, Limit = Found }).Hits.Select(hit => items.Of(hit, frameworks.DigComp22, lang)).ToList();
        return PageAnswers.Of<FindPage>(new FindView(call.Desk, asked, found), status);
    }

    [GeneratedRegex(@"/courses/(?<id>[a-z0-9-]{2,40}\.[A-Za-z0-9_-]{1,80})", RegexOptions.CultureInvariant)]
    private static partial Regex InAddress();
}
