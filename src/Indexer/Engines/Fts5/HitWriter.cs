using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Highlighting;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Makes hits out of courses: highlights, and on demand a sentence on why each is there.</summary>
internal sealed class HitWriter
{
    private readonly Understood _understood;
    private readonly CourseQuery _query;
    private readonly TextAnalysis _analysis;
    private readonly Marker _marker;

    public HitWriter(Understood understood, CourseQuery query, TextAnalysis analysis)
    {
        _understood = understood;
        _query = query;
        _analysis = analysis;
        _marker = Marker(understood.Plan?.Clauses ?? []);
    }

    public CourseHit Write(CatalogCourse course, double score) =>
        new(course, score, Highlights(course.Course), _query.Explain ? Explanation.Of(course, score, _understood.Plan, Marker, _query) : null);

    /// <summary>The part of the query's clauses that a course has, 0 to 1.</summary>
    public double Coverage(CatalogCourse course)
    {
        var clauses = _understood.Plan?.Clauses ?? [];
        var text = Explanation.AllText(course);
        return clauses.Count == 0 ? 1 : clauses.Count(clause => Marker([clause]).Marks(text).Count > 0) / (double)clauses.Count;
    }

    private Marker Marker(IReadOnlyList<Clause> clauses)
    {
        var weighty = _understood.Plan?.Query.Weighty ?? [];
        return new Marker(_analysis, clauses.SelectMany(clause => clause.Units).Where(weighty.Contains), clauses.SelectMany(clause => clause.Synonyms));
    }

    private Dictionary<string, string> Highlights(Course course)
    {
        var highlights = new Dictionary<string, string>(StringComparer.Ordinal);
        var title = _marker.Marks(course.Title);
        if (title.Count > 0)
        {
            highlights["title"] = Excerpt.Whole(course.Title, title);
        }

        var summary = course.Summary;
        var marks = _marker.Marks(summary);
        if (_understood.Plan is not null && marks.Count == 0 && CourseTexts.Description(course) is { Length: > 0 } description
            && (_marker.Marks(description) is { Count: > 0 } inDescription))
        {
            (summary, marks) = (description, inDescription);
        }

        if (summary.Length > 0)
        {
            highlights["summary"] = Excerpt.Around(summary, marks);
        }

        return highlights;
    }
}
