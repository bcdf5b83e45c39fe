using System.Data.Common;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Curation;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using DcCourseIndex.SearchApi.Queries;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Courses;

/// <summary>From a request that was understood to its answer, or to the problem that the index or the catalogue found.</summary>
internal sealed class CourseSearch(ICourseSearcher searcher, ICourseCatalog catalogue, CourseItems items, FacetLabels labels, ShownCounts shown, QueryLog queries, SearchMeter meter, LinkLookup? links = null)
{
    public static ApiProblem? Problem(SearchAnswer answer) => answer.Problem switch
    {
        CursorProblem.Malformed => ApiProblem.MalformedCursor(),
        CursorProblem.Expired => ApiProblem.ExpiredCursor(),
        _ => null,
    };

    public SearchAnswer Ask(CourseRequest request) => searcher.Search(request.Query);

    /// <summary>The answer to what somebody asked, counted among all that is asked.</summary>
    public SearchAnswer AskCounted(CourseRequest request) => queries.Counted(request.Query, () => meter.Measured(request.Query, () => searcher.Search(request.Query)));

    public SearchResponse Answer(SearchAnswer answer, CourseRequest request)
    {
        var found = Items(answer.Hits, request);
        shown.Count(found);
        return new()
        {
            Total = answer.Total,
            Confident = answer.Fits,
            Items = found,
            Facets = labels.Of(answer, request.Framework, PageTexts.In(request.Lang)),
            Suggestion = answer.Suggestion is { } suggestion ? new(suggestion.Query, suggestion.Applied, suggestion.Reason) : null,
            Next = answer.Next,
        };
    }

    public IReadOnlyList<CourseItem> Items(IReadOnlyList<CourseHit> hits, CourseRequest request) =>
        [.. hits.Select(hit => items.Of(hit, request.Framework, request.Lang) with { Selected = request.Fields })];

    public CourseItem Item(CatalogCourse course, CourseRequest request) => items.Of(course, request.Framework, request.Lang) with
    {
        Description = course.Course.Description.Length > 0 ? course.Course.Description : null,
        Offers = CourseItems.Offers(course.Course, searcher.Offers(course.Course.Id)),
        Selected = request.Fields,
    };

    /// <summary>The same with the dates of its link check, where the catalogue can be read and agrees with the index.</summary>
    public async Task<CourseItem> ItemAsync(CatalogCourse course, CourseRequest request, CancellationToken ct)
    {
        var item = Item(course, request);
        shown.Count([item]);
        return await LinkAsync(item.Id, ct) is { } known && known.Class == item.Link
            ? item with { LinkChecked = known.CheckedAt, LinkSince = known.Class == LinkHealth.Gone ? known.FirstFailureAt ?? known.SilentSince ?? known.Since : known.Since }
            : item;
    }

    public CatalogCourse? Find(string id) => CourseId.IsWellFormed(id) ? searcher.Find(id) : null;

    public IReadOnlyList<CourseHit>? Similar(string id, int limit) => CourseId.IsWellFormed(id) ? searcher.Similar(id, limit) : null;

    private async Task<LinkHistory?> LinkAsync(string id, CancellationToken ct)
    {
        try
        {
            return links is null ? null : await links(id, ct);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            // A course is shown all the same; readiness tells what is wrong with the catalogue.
            return null;
        }
    }

    /// <summary>The id under which a retired course goes on; null where there is none.</summary>
    public async Task<string?> SuccessorAsync(string id, CancellationToken ct)
    {
        // A course may have moved more than once; what leads in a circle leads nowhere.
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        for (var at = id; CourseId.IsWellFormed(at) && await catalogue.FindAsync(at, ct) is { State: CourseState.Retired, Successor: { } next } && seen.Add(next); at = next)
        {
            if (Find(next) is not null)
                return next;
        }
        return null;
    }

    /// <summary>Why the index has no such course: it is retired, or there never was one.</summary>
    public async Task<ApiProblem> AbsenceAsync(string id, CancellationToken ct) =>
        CourseId.IsWellFormed(id) && await catalogue.FindAsync(id, ct) is { State: CourseState.Retired } or { Hidden: true }
            ? ApiProblem.RetiredCourse(id)
            : ApiProblem.UnknownCourse(id);
}
