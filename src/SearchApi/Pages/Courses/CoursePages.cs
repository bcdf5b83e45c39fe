using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>Answers the page of one course.</summary>
internal sealed class CoursePages(CourseSearch search, Frameworks frameworks, CourseParameters parameters, ICourseSearcher searcher, TimeProvider clock)
{
    private const int SimilarCourses = 5;
    private const int NextCourses = 3;
    private const int MostSteps = 500;
    private readonly StandingAnswers<(string Framework, string Code, string Level, string Lang), IReadOnlyList<CourseHit>> next = new(searcher, MostSteps);

    public async Task<IResult> AnswerAsync(string id, HttpContext context, CancellationToken ct)
    {
        var query = SharedLinks.WithoutTags(context.Request);
        if (CourseRequest.Read(query, parameters.Competences, frameworks, out var request) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        if (search.Find(id) is not { } course)
            return await search.SuccessorAsync(id, ct) is { } successor
                ? TypedResults.Redirect($"/courses/{successor}{context.Request.QueryString}", permanent: true, preserveMethod: true)
                : PageAnswers.Problem(context, await search.AbsenceAsync(id, ct));
        var item = await search.ItemAsync(course, request!, ct);
        var frame = PageFrame.Of(context);
        var similar = search.Items(search.Similar(id, SimilarCourses) ?? [], request!);
        var address = SiteAddress.Course(SiteAddress.Of(context), id, frame.Texts.Lang);
        return PageAnswers.Of<CoursePage>(new CourseView(frame, item, similar, address, KyivDay.Of(clock.GetUtcNow())) { Next = NextLevel(item, request!) });
    }

    /// <summary>Courses on the main competence of this one, a level up; none where either is unknown.</summary>
    private IReadOnlyList<CourseItem> NextLevel(CourseItem course, CourseRequest request)
    {
        var levels = Wire.All<Level>().ToList();
        if (course is not { Level: { } level, Primary: { } primary } || levels.IndexOf(Wire.Name(level)) + 1 is var up && up == levels.Count)
            return [];
        var asked = request.Query with
        {
            Limit = NextCourses,
            Filters = new Dictionary<Facet, IReadOnlyList<string>> { [Facet.Competence] = [primary], [Facet.Level] = [levels[up]] },
        };
        return search.Items(next.Of((request.Framework.Id, primary, levels[up], request.Lang), () => search.Ask(request with { Query = asked }).Hits), request);
    }
}
