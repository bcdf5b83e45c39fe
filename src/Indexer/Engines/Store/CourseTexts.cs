using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>One value of a field: text to be analysed, or a term that stands as it is. <paramref name="Places"/> where the analysis is known already.</summary>
internal readonly record struct FieldValue(string Text, bool IsTerm = false, IReadOnlyList<PlacedWord>? Places = null);

/// <summary>
/// Which words of a course are found in which column. The competence column names what the course is tagged with in both languages and
/// holds the codes of all frameworks, so that codes and names of competences and areas lead to the courses.
/// </summary>
internal sealed class CourseTexts(Frameworks frameworks, TextAnalysis analysis)
{
    private readonly Dictionary<string, FieldValue[]> _ofCode = (frameworks.Find(Frameworks.Default)?.Competences ?? [])
        .ToDictionary(competence => competence.Code, competence => Values(frameworks, competence, analysis), StringComparer.Ordinal);

    /// <summary>Title, competences, keywords, summary, description: the order of the columns.</summary>
    public IEnumerable<FieldValue>[] Columns(CatalogCourse entry)
    {
        var course = entry.Course;
        IEnumerable<string?> keywords = [.. course.Keywords, .. course.Subjects, .. course.Authors, course.Provider, course.Publisher];
        return
        [
            Text(course.Title),
            entry.Tagging.Competences.Select(assignment => assignment.Code).Distinct().SelectMany(code => _ofCode.GetValueOrDefault(code) ?? []).DistinctBy(value => value.Text),
            keywords.OfType<string>().Select(text => new FieldValue(text)),
            Text(course.Summary),
            Text(Description(course)),
        ];
    }

    /// <summary>The description as plain text.</summary>
    public static string Description(Course course) =>
        course.Description.Length == 0 ? "" : HtmlText.ToText(course.Description, course.Language);

    private static FieldValue[] Values(Frameworks frameworks, Competence competence, TextAnalysis analysis)
    {
        var area = frameworks.DigComp22.Areas.First(area => area.Code == competence.Area);
        var codes = frameworks.All.SelectMany(framework =>
            frameworks.FromDigComp22(framework.Id, competence.Code).Select(code => new FieldValue(CompetenceTerms.Of(framework.Id, code), IsTerm: true)));
        string[] names = [competence.Name.Uk, competence.Name.En, area.Name.Uk, area.Name.En];
        return [.. codes, .. names.Select(name => new FieldValue(name, Places: PreparedCourse.Place(name, analysis)))];
    }

    private static IEnumerable<FieldValue> Text(string text) => text.Length == 0 ? [] : [new FieldValue(text)];
}
