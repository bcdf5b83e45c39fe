using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>Collects the courses of a file and answers it. Whatever leaves here holds what its source allows to be passed on, and no more.</summary>
internal sealed class CourseExports(ICourseSearcher searcher, CourseItems items)
{
    /// <summary>Courses of one file; how many there were says the header X-Total-Count.</summary>
    public const int Most = 1000;

    private const int Step = 100;

    /// <summary>What pages through or shapes JSON means nothing for a file, and is refused there.</summary>
    private static readonly string[] OnlyForJson = ["cursor", "fields", "explain"];

    public static ApiProblem? Refusal(IQueryCollection query, ExportFormat format) =>
        OnlyForJson.FirstOrDefault(query.ContainsKey) is { } name
            ? ApiProblem.WrongValue(name, query[name].ToString(), $"a file of the format {format.Name} is sent whole; leave «{name}» out, or ask for format=json.")
            : null;

    /// <summary>One course as a file.</summary>
    public IResult One(CatalogCourse course, CourseRequest request, ExportFormat format) =>
        File([Item(course, searcher.Offers(course.Course.Id), request)], course.Course.Id, format);

    /// <summary>Courses that somebody has put together as a file.</summary>
    public static IResult Listed(IReadOnlyList<CourseItem> courses, string name, ExportFormat format) => File(courses, name, format);

    /// <summary>The first courses that a search finds as a file: as many as «limit» says, without it all up to <see cref="Most"/>.</summary>
    public IResult Found(CourseRequest request, ExportFormat format, HttpContext http)
    {
        var most = http.Request.Query.ContainsKey("limit") ? request.Query.Limit : Most;
        var (found, total) = Collect(request, most);
        http.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        return File(found, "courses", format);
    }

    /// <summary>The first courses that a search finds, one snapshot after another where the index goes on meanwhile, each course once.</summary>
    public (IReadOnlyList<CourseItem> Courses, int Total) Collect(CourseRequest request, int most)
    {
        var found = new Dictionary<string, CourseItem>(StringComparer.Ordinal);
        var query = request.Query with { Limit = Math.Min(Step, most), Cursor = null };
        for (var answer = searcher.Search(query); ; answer = searcher.Search(query))
        {
            foreach (var hit in answer.Hits.Take(most - found.Count))
                found[hit.Course.Course.Id] = Item(hit.Course, hit.Offers, request);
            if (answer.Next is not { } next || found.Count >= most)
                return ([.. found.Values], Math.Max(answer.Total, found.Count));
            query = query with { Cursor = next };
        }
    }

    private CourseItem Item(CatalogCourse course, IReadOnlyList<CourseOffer> offers, CourseRequest request)
    {
        var passed = PassedOnCourse.Of(course);
        return items.Of(passed, request.Framework, request.Lang) with
        {
            Description = passed.Course.Description.Length > 0 ? passed.Course.Description : null,
            Offers = CourseItems.Offers(passed.Course, offers),
        };
    }

    private static FileContentHttpResult File(IReadOnlyList<CourseItem> courses, string name, ExportFormat format) =>
        Revalidated.Bytes(format.Write(courses), format.Type,
            courses.Count == 0 ? null : courses.Max(course => course.LastChanged > course.LastSeen ? course.LastChanged : course.LastSeen), $"{name}.{format.Ending}");
}
