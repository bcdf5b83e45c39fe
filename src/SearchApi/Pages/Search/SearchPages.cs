using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>Answers the search page.</summary>
internal sealed class SearchPages(CourseSearch search, Frameworks frameworks, CourseParameters parameters, FacetLabels labels, FieldWordFilters typed, StartBook start, ICourseSearcher searcher, TimeProvider clock)
{
    private const int MostWays = 8;
    private const int NewCourses = 5;
    private const int MostStarts = 100;
    private readonly StandingAnswers<(string Framework, string Lang, long Hour), SearchAnswer> newest = new(searcher, MostStarts);

    public IResult Answer(HttpContext context)
    {
        SharedLinks.WithoutTags(context.Request);
        if (parameters.Page.Refusal(context.Request.Query) is null && typed.Spread(context.Request) is { } unfitting)
            return PageAnswers.Problem(context, unfitting);
        if (CourseRequest.Read(context.Request.Query, parameters.Page, frameworks, out var request) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        var answer = IsStart(request!.Query) ? Started(request) : search.AskCounted(request);
        return CourseSearch.Problem(answer) is { } problem
            ? PageAnswers.Problem(context, problem)
            : PageAnswers.Of<SearchPage>(View(PageFrame.Of(context), request, answer));
    }

    private SearchView View(PageFrame frame, CourseRequest request, SearchAnswer answer)
    {
        var facets = FacetGroup.Of(answer, request, labels, frame.Texts);
        var ways = answer.Total > 0 ? [] : Ways(frame, request, facets).Take(MostWays).Where(way => way.Total > 0).OrderByDescending(way => way.Total).ToList();
        return new(frame, request, search.Answer(answer, request), facets, ways) 
        {
            First = IsStart(request.Query) ? start.Of(answer, request) : null,
            Related = RelatedPlace.Of(answer, request, frame),
        };
    }

    private static bool IsStart(CourseQuery query) => query is { Text: "", Filters.Count: 0, Cursor: null, Sort: SortOrder.Relevance };

    // Nobody has asked for anything: the few that came last show what there is, and cost little on a slow line. Counts by date hold for the hour: days begin on one.
    private SearchAnswer Started(CourseRequest request) => newest.Of(
        (request.Framework.Id, request.Lang, clock.GetUtcNow().ToUnixTimeSeconds() / 3600),
        () => search.AskCounted(request with { Query = request.Query with { Sort = SortOrder.Newest, Limit = NewCourses } }));

    private IEnumerable<WithoutCondition> Ways(PageFrame frame, CourseRequest request, IReadOnlyList<FacetGroup> facets)
    {
        var start = frame.Here.Without("cursor");
        var query = request.Query with { Limit = 1, Cursor = null };
        if (query.Text.Length > 0 && query.Filters.Count > 0)
            yield return new(null, start.Without("q"), Total(request, query with { Text = "" }));
        foreach (var facet in facets.Where(facet => query.Filters.ContainsKey(facet.Facet)))
        {
            var fewer = query.Filters.Where(filter => filter.Key != facet.Facet).ToDictionary();
            var name = $"{facet.Title}: {string.Join(", ", facet.Choices.Where(choice => choice.Chosen).Select(choice => choice.Label))}";
            yield return new(name, start.Without(facet.Name), Total(request, query with { Filters = fewer }));
        }
    }

    private int Total(CourseRequest request, CourseQuery query) => search.Ask(request with { Query = query }) is { Confident: true } answer ? answer.Total : 0;
}
