using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Courses;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>Shows lists as they stand today: what their courses are now, which of them have died, and what could stand in their place.</summary>
internal sealed partial class ListBook(ICourseSearcher searcher, CourseSearch courses, CourseItems items)
{
    private const int Replacements = 3;
    private const int MostFound = 2000;

    /// <summary>Every course of the list, in its order.</summary>
    public async Task<IReadOnlyList<ShownCourse>> ShowAsync(ChosenCourses list, Framework framework, string lang, CancellationToken ct)
    {
        var shown = new List<ShownCourse>();
        foreach (var listed in list.Courses)
            shown.Add(await ShowAsync(listed, framework, lang, ct));
        return shown;
    }

    /// <summary>The list with another course at its end, as the index knows it; the same list where it has that course or there is none such.</summary>
    public ChosenCourses With(ChosenCourses list, string id) => list.Courses.Any(course => course.Id == id) || courses.Find(id) is not { } found
        ? list
        : list with { Courses = [.. list.Courses, Listed(found)] };

    /// <summary>The list with every course whose id or address stands in a text: a few lines, or any of the export formats.</summary>
    public ChosenCourses WithAll(ChosenCourses list, string text) => CourseMention().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Take(MostFound).Aggregate(list, With);

    /// <summary>The same list with what the index knows of its courses today, for the time when they are gone.</summary>
    public ChosenCourses Remembered(ChosenCourses list) => list with
    {
        Courses = [.. list.Courses.Select(course => courses.Find(course.Id) is { } found ? Listed(found) with { Note = course.Note } : course)],
    };

    private static ChosenCourse Listed(CatalogCourse found) => new(found.Course.Id) { Title = found.Course.Title, Primary = found.Tagging.Primary };

    private async Task<ShownCourse> ShowAsync(ChosenCourse listed, Framework framework, string lang, CancellationToken ct)
    {
        var successor = courses.Find(listed.Id) is null ? await courses.SuccessorAsync(listed.Id, ct) : null;
        if (courses.Find(successor ?? listed.Id) is not { } found)
            return new(listed, null, CourseFate.Retired, [.. Instead(listed).Select(hit => items.Of(hit, framework, lang))]);
        var fate = found.State == CourseState.Missing ? CourseFate.Missing : found.Link == LinkHealth.Gone ? CourseFate.Unreachable : CourseFate.There;
        var alike = fate == CourseFate.There ? [] : (courses.Similar(found.Course.Id, Replacements * 3) ?? []).Where(hit => Alive(hit.Course)).Take(Replacements);
        return new(listed, items.Of(found, framework, lang), fate, [.. alike.Select(hit => items.Of(hit, framework, lang))]);
    }

    private IReadOnlyList<CourseHit> Instead(ChosenCourse listed) => listed.Primary is not { } code ? [] : searcher.Search(new()
    {
        Filters = new Dictionary<Facet, IReadOnlyList<string>> { [Facet.Competence] = [code], [Facet.State] = [Wire.Name(CourseState.Active)], [Facet.Link] = [.. Wire.All<LinkHealth>().Except([Wire.Name(LinkHealth.Gone)])] },
        Sort = SortOrder.Newest,
        Limit = Replacements,
    }).Hits;

    private static bool Alive(CatalogCourse course) => course.State == CourseState.Active && course.Link != LinkHealth.Gone;

    [GeneratedRegex(@"(?<![\w.-])[a-z0-9-]{2,40}\.[A-Za-z0-9_-]{1,80}(?![\w.-])", RegexOptions.CultureInvariant)]
    private static partial Regex CourseMention();
}

/// <summary>A course of a list as it stands today; without an item where the catalogue no longer has it.</summary>
internal sealed record ShownCourse(ChosenCourse Listed, CourseItem? Course, CourseFate Fate, IReadOnlyList<CourseItem> Instead);

/// <summary>How a listed course fares.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(WireConverter<CourseFate>))]
internal enum CourseFate
{
    [System.Text.Json.Serialization.JsonStringEnumMemberName("there")] There,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("missing")] Missing,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("unreachable")] Unreachable,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("retired")] Retired,
}
