using System.Globalization;
using System.Net;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>A searcher over a list in memory: words by substring, all filters, counts that leave their own facet out.</summary>
internal sealed class SampleSearcher(IReadOnlyList<CatalogCourse> courses, Frameworks frameworks) : ICourseSearcher
{
    /// <summary>The last query that came in, to see what the API made of an address.</summary>
    public CourseQuery? Last { get; private set; }

    /// <summary>How many queries came in.</summary>
    public int Searches { get; private set; }

    /// <summary>What to suggest at every search.</summary>
    public Correction? Correction { get; init; }
    public bool Confident { get; init; } = true;

    public IndexPosition Position { get; set; } = new("sample", 1, "sample");

    public SearchAnswer Search(CourseQuery query)
    {
        Last = query;
        Searches++;
        var start = 0;
        if (query.Cursor == "expired")
            return Wrong(CursorProblem.Expired);
        if (query.Cursor is { } cursor && !(cursor.StartsWith("after-", StringComparison.Ordinal) && int.TryParse(cursor[6..], CultureInfo.InvariantCulture, out start)))
            return Wrong(CursorProblem.Malformed);
        var found = courses.Where(course => Fits(course, query, null)).ToList();
        return new()
        {
            Total = found.Count,
            Confident = Confident,
            Hits = [.. found.Skip(start).Take(query.Limit).Select(course => Hit(course, query))],
            Facets = Enum.GetValues<Facet>().ToDictionary(facet => facet, facet => Counts(query, facet)),
            Suggestion = Correction,
            Next = start + query.Limit < found.Count ? $"after-{start + query.Limit}" : null,
        };
    }

    public CrossAnswer Cross(CrossQuery query) => new(Position,
    [
        .. query.Tables.Select(facets => (IReadOnlyList<CrossCell>)
        [
            .. courses.Where(course => Fits(course, new() { Framework = query.Framework, Filters = query.Filters }, null))
                .SelectMany(course => facets.Aggregate(
                    (IEnumerable<string[]>)[[]],
                    (sofar, facet) => sofar.SelectMany(values => Values(course, facet, query.Framework).Distinct().DefaultIfEmpty(CrossCell.None), (values, value) => (string[])[.. values, value]))
                    .Select(values => (Values: values, Course: course)))
                .GroupBy(one => string.Join('|', one.Values))
                .Select(same => new CrossCell(same.First().Values, same.Count(), same.Count(one => one.Course.LastSeen >= query.SeenSince), same.Max(one => one.Course.LastChanged))),
        ]),
    ]);

    public IReadOnlyList<Completion> Suggest(string typed, int limit) =>
        [.. courses.Where(course => course.Course.Title.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Take(limit).Select(course => new Completion(course.Course.Title, "title", 1))];

    public IReadOnlyList<CourseHit>? Similar(string id, int limit) =>
        Find(id) is null ? null : [.. courses.Where(course => course.Course.Id != id).Take(limit).Select(course => new CourseHit(course, 0.5, new Dictionary<string, string>()))];

    public IReadOnlyList<CourseOffer> Offers(string id) => [];

    public CatalogCourse? Find(string id) => courses.FirstOrDefault(course => course.Course.Id == id);

    public void Dispose()
    {
    }

    private static SearchAnswer Wrong(CursorProblem problem) =>
        new() { Total = 0, Hits = [], Facets = new Dictionary<Facet, IReadOnlyList<FacetCount>>(), Problem = problem };

    private static CourseHit Hit(CatalogCourse course, CourseQuery query)
    {
        var title = WebUtility.HtmlEncode(course.Course.Title);
        var word = WebUtility.HtmlEncode(query.Text);
        return new(course, 7.123456, query.Text.Length == 0
            ? new Dictionary<string, string>()
            : new() { ["title"] = title.Replace(word, $"<mark>{word}</mark>", StringComparison.OrdinalIgnoreCase) },
            query.Explain ? "words 7.1" : null);
    }

    private IReadOnlyList<FacetCount> Counts(CourseQuery query, Facet facet) =>
    [
        .. courses.Where(course => Fits(course, query, facet))
            .SelectMany(course => Values(course, facet, query.Framework).Distinct())
            .GroupBy(value => value)
            .Select(same => new FacetCount(same.Key, same.Count()))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal),
    ];

    private bool Fits(CatalogCourse course, CourseQuery query, Facet? except) =>
        (course.Course.Title + " " + course.Course.Summary).Contains(query.Text, StringComparison.OrdinalIgnoreCase)
        && query.Filters.All(filter => filter.Key == except || Values(course, filter.Key, query.Framework).Intersect(filter.Value).Any());

    private IEnumerable<string> Values(CatalogCourse known, Facet facet, string framework)
    {
        var course = known.Course;
        var codes = known.Tagging.Competences.SelectMany(assignment => frameworks.FromDigComp22(framework, assignment.Code));
        return facet switch
        {
            Facet.Competence => codes,
            Facet.Area => codes.Select(code => code[..1]),
            Facet.Level => known.Level is { } level ? [Wire.Name(level)] : [],
            Facet.Context => known.Tagging.Contexts.Select(context => Wire.Name(context)),
            Facet.Language => course.Language is { } language ? [language] : [],
            Facet.Subtitle => course.SubtitleLanguages,
            Facet.Provider => course.Provider is { } provider ? [provider] : [],
            Facet.Source => [course.Source],
            Facet.Price => [Wire.Name(course.Price)],
            Facet.Access => [Wire.Name(course.Access)],
            Facet.Mode => [Wire.Name(course.Mode)],
            Facet.Credential => [Wire.Name(course.Credential)],
            Facet.Tutor => [Wire.Name(course.Tutor)],
            Facet.Duration => [course.Workload switch { "PT12H" => "medium", "PT2H30M" => "short", "PT40H" => "long", _ => "unknown" }],
            Facet.Start => [course.Mode == CourseMode.SelfPaced ? "now" : course.Instances.Count > 0 ? "upcoming" : "unknown"],
            Facet.Link => [Wire.Name(known.Link)],
            Facet.State => [Wire.Name(known.State)],
            _ => [],
        };
    }
}
