using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Highlighting;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Makes hits out of courses: highlights, and on demand a sentence on why each is there.</summary>
internal sealed class HitWriter
{
    private readonly IReadOnlyList<Clause> _clauses;
    private readonly CourseQuery _query;
    private readonly Marker _marker;
    private readonly Explanation _explanation;
    private readonly Func<int, double, ScoreParts> _parts;

    /// <param name="parts">Of what the score of a document was made; asked only where the query wants it explained.</param>
    public HitWriter(Understood understood, CourseQuery query, TextAnalysis analysis, CourseTexts texts, Func<int, double, ScoreParts> parts)
    {
        _clauses = understood.Clauses;
        _query = query;
        _parts = parts;
        _marker = new(analysis, Weighty(_clauses.SelectMany(clause => clause.Units)), _clauses.SelectMany(clause => clause.Synonyms));
        _explanation = new Explanation(texts, clause => (new Marker(analysis, Weighty(clause.Units), []), new Marker(analysis, [], clause.Synonyms)), understood.Correction);

        IEnumerable<QueryUnit> Weighty(IEnumerable<QueryUnit> units) => units.Where(unit => understood.Query.Weighty.Contains(unit));
    }

    /// <summary>The hit shows of a course what may be passed on, whatever words of it the query met.</summary>
    public CourseHit Write(int doc, CatalogCourse course, double? score)
    {
        var shown = PassedOnCourse.Of(course);
        return new(
            shown,
            score ?? 0,
            Highlights(shown.Course),
            _query.Explain ? _explanation.Of(course, score, score is { } known ? _parts(doc, known) : null, _clauses, _query.Language) : null);
    }

    /// <summary>The part of the query that a course has, 0 to 1.</summary>
    public double Coverage(CatalogCourse course) => _explanation.Coverage(course, _clauses);

    // Where the summary has no word of the query, the excerpt is of the description, if that has one.
    private Dictionary<string, string> Highlights(Course course)
    {
        var highlights = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_marker.Marks(course.Title) is { Count: > 0 } inTitle)
        {
            highlights["title"] = Excerpt.Whole(course.Title, inTitle);
        }

        var text = course.Summary;
        var marks = _marker.Marks(text);
        if (_clauses.Count > 0 && marks.Count == 0 && course.Description.Length > 0)
        {
            var description = CourseTexts.Description(course);
            if (_marker.Marks(description) is { Count: > 0 } inDescription)
            {
                (text, marks) = (description, inDescription);
            }
        }

        if (text.Length > 0)
        {
            highlights["summary"] = Excerpt.Around(text, marks);
        }

        return highlights;
    }
}
