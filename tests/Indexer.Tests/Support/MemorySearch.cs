using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>
/// The plainest search there is: looks at every course for every query. An oracle for totals and facet counts, written without the engine's parts
/// except the text analysis.
/// </summary>
public sealed class MemorySearch(IReadOnlyList<CatalogCourse> courses, DateOnly today)
{
    public static readonly Facet[] Facets = Enum.GetValues<Facet>();
    private readonly List<(CatalogCourse Course, HashSet<string> Terms)> _all = [.. courses.Where(course => course.State != CourseState.Retired).Select(course => (course, Terms(course)))];

    /// <summary>With clusters each value counts once for a cluster. Ids and counts of the courses that have all the words, or where none has all, any of them.</summary>
    public (HashSet<string> Ids, Dictionary<Facet, Dictionary<string, int>> Counts) Search(string words, string framework, IReadOnlyDictionary<Facet, IReadOnlyList<string>> filters, IReadOnlyDictionary<string, string>? clusterOf = null)
    {
        var asked = Ground.Analysis.Analyse(words).Select(token => token.Terms).ToList();
        var matched = _all.Where(course => asked.All(terms => terms.Any(course.Terms.Contains))).ToList();
        if (matched.Count == 0)
        {
            matched = [.. _all.Where(course => asked.Any(terms => terms.Any(course.Terms.Contains)))];
        }

        var counts = Facets.ToDictionary(facet => facet, facet => matched
            .Where(course => filters.All(filter => filter.Key == facet || Fits(course.Course, filter.Key, filter.Value)))
            .SelectMany(course => Values(course.Course, facet, framework).Select(value => (value, Hit: clusterOf?[course.Course.Course.Id] ?? course.Course.Course.Id)))
            .Distinct()
            .GroupBy(pair => pair.value)
            .ToDictionary(group => group.Key, group => group.Count()));
        return ([.. matched.Where(course => filters.All(filter => Fits(course.Course, filter.Key, filter.Value))).Select(course => course.Course.Course.Id)], counts);

        bool Fits(CatalogCourse course, Facet facet, IReadOnlyList<string> wanted) => Values(course, facet, framework).Intersect(wanted).Any();
    }

    private string[] Values(CatalogCourse entry, Facet facet, string framework)
    {
        var course = entry.Course;
        var competences = entry.Tagging.Competences.SelectMany(assignment => Ground.Frameworks.FromDigComp22(framework, assignment.Code)).Distinct().ToArray();
        return facet switch
        {
            Facet.Area => [.. competences.Select(code => Ground.Frameworks[framework].Competences.Single(competence => competence.Code == code).Area).Distinct()],
            Facet.Competence => competences,
            Facet.Level => One(entry.Level is { } level ? Wire.Name(level) : null),
            Facet.Context => [.. entry.Tagging.Contexts.Select(Wire.Name)],
            Facet.Language => One(course.Language),
            Facet.Subtitle => [.. course.SubtitleLanguages],
            Facet.Provider => One(course.Provider),
            Facet.Source => [course.Source],
            Facet.Price => [Wire.Name(course.Price)],
            Facet.Access => [Wire.Name(course.Access)],
            Facet.Mode => [Wire.Name(course.Mode)],
            Facet.Credential => [Wire.Name(course.Credential)],
            Facet.Tutor => [Wire.Name(course.Tutor)],
            Facet.Duration => [Length(course.Workload ?? course.Duration)],
            Facet.Start => Starts(course),
            Facet.Link => [Wire.Name(entry.Link)],
            Facet.State => [Wire.Name(entry.State)],
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
    }

    private static string[] One(string? value) => value is null ? [] : [value];

    // The durations that the invented courses have.
    private static string Length(string? duration) => duration switch
    {
        "PT1H" or "PT3H" => "short",
        "PT20H" or "P1D" => "medium",
        "PT21H" or "P4W" => "long",
        _ => "unknown",
    };

    private string[] Starts(Course course)
    {
        var runs = course.Instances.Where(run => run.Start is not null || run.End is not null).ToList();
        var now = course.Mode == CourseMode.SelfPaced || runs.Any(run => !(Day(run.Start) > today) && !(Day(run.End) < today));
        var upcoming = runs.Any(run => Day(run.Start) > today);
        return now || upcoming ? [.. new[] { now ? "now" : null, upcoming ? "upcoming" : null }.OfType<string>()] : [runs.Count > 0 ? "past" : "unknown"];
    }

    // The invented runs are at times of day when Kyiv and Greenwich have the same date.
    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;

    private static HashSet<string> Terms(CatalogCourse entry)
    {
        var course = entry.Course;
        var named = entry.Tagging.Competences
            .Select(assignment => Ground.Frameworks.DigComp22.Competences.Single(competence => competence.Code == assignment.Code))
            .SelectMany(competence => new[] { competence.Name, Ground.Frameworks.DigComp22.Areas.Single(area => area.Code == competence.Area).Name })
            .SelectMany(name => new[] { name.Uk, name.En });
        string?[] texts = [course.Title, course.Summary, course.Description.Replace("<p>", "").Replace("</p>", ""), course.Provider, course.Publisher, .. course.Keywords, .. course.Subjects, .. named];
        return [.. texts.OfType<string>().SelectMany(text => Places.Of(Ground.Analysis.Analyse(text))).SelectMany(token => token.Terms)];
    }
}
