using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Interchange;

/// <summary>A page of a list for other programs, with the absolute addresses of itself and its neighbours; <paramref name="Next"/> is null on the last.</summary>
internal sealed record CourseListPage(Uri Site, CourseRequest Request, IReadOnlyList<CourseItem> Courses, int Total, Uri Self, Uri First, Uri Last, Uri? Next);

/// <summary>Reads lists page by page in order of id, every listing for itself: so nothing is lost while the catalogue changes.</summary>
internal sealed class CoursePages(ICourseSearcher searcher, CourseItems items, Frameworks frameworks)
{
    /// <summary>The cursor of the end, for formats that name their last page.</summary>
    public const string End = "last";

    /// <summary>Steps to the end of a list; a longer one is read from its beginning.</summary>
    private const int MostSteps = 100;

    /// <summary>The asked page, or the problem with the request.</summary>
    public (CourseListPage? Page, ApiProblem? Problem) Read(HttpContext context, ParameterSet parameters)
    {
        if (CourseRequest.Read(context.Request.Query, parameters, frameworks, out var read) is { } refusal)
            return (null, refusal);
        var request = read! with { Query = read.Query with { Sort = SortOrder.Id, Collapse = false } };
        var answer = request.Query.Cursor == End ? ToTheEnd(request.Query with { Cursor = null }) : searcher.Search(request.Query);
        if (answer is null)
            return (null, ApiProblem.WrongValue("cursor", End, "this list is too long to begin at its end; follow «next» from the first page."));
        if (CourseSearch.Problem(answer) is { } problem)
            return (null, problem);
        var site = SiteAddress.Of(context);
        var here = PageLink.Of(context.Request);
        var first = here.Without("cursor");
        return (new(
            site, request, [.. answer.Hits.Select(hit => Item(hit, request))], answer.Total, At(here), At(first),
            answer.Next is null ? At(here) : At(first.With("cursor", End)), answer.Next is { } next ? At(first.With("cursor", next)) : null), null);

        Uri At(PageLink link) => new(site, link.ToString());
    }

    private CourseItem Item(CourseHit hit, CourseRequest request) =>
        items.Of(hit, request.Framework, request.Lang) with { Description = hit.Course.Course.Description is { Length: > 0 } html ? html : null };

    private SearchAnswer? ToTheEnd(CourseQuery query)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var answer = searcher.Search(query);
            if (answer.Next is null)
                return answer;
            query = query with { Cursor = answer.Next };
        }
        return null;
    }
}
