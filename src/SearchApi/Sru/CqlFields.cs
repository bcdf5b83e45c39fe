using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.SearchApi.Exports;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>Whether a course meets a condition, compared by dictionary forms as the index compares.</summary>
internal sealed class CqlFields(TextAnalysis analysis, Frameworks frameworks)
{
    public bool Meets(CatalogCourse known, CqlCondition condition) => Meets(known, condition.Clause) == condition.Holds;

    /// <summary>Whether a tag is meant by a term: the tag itself, or the three letters of MARC.</summary>
    public static bool IsLanguage(string tag, string term) => tag.Equals(term, StringComparison.OrdinalIgnoreCase) || MarcLanguage.Of(tag).Equals(term, StringComparison.OrdinalIgnoreCase);

    private bool Meets(CatalogCourse known, CqlClause clause) => clause.Index switch
    {
        CqlIndex.AllRecords => true,
        CqlIndex.Identifier => Values(known, clause).Contains(clause.Term, StringComparer.Ordinal),
        CqlIndex.Language => Values(known, clause).Any(tag => IsLanguage(tag, clause.Term)),
        CqlIndex.Anything when clause.Relation != CqlRelation.Exact => Compare([string.Join(" \n ", Values(known, clause))], clause),
        _ => Compare(Values(known, clause), clause),
    };

    private IEnumerable<string> Values(CatalogCourse known, CqlClause clause)
    {
        var course = known.Course;
        IEnumerable<string?> values = clause.Index switch
        {
            CqlIndex.Title => [course.Title],
            CqlIndex.Creator => [.. course.Authors],
            CqlIndex.Subject => [.. course.Keywords, .. course.Subjects, .. Competences(known)],
            CqlIndex.Language => [course.Language],
            CqlIndex.Publisher => [course.Publisher, course.Provider],
            CqlIndex.Identifier => [course.Id],
            _ => [course.Title, course.Summary, .. course.Keywords, .. course.Subjects, .. course.Authors, course.Publisher, course.Provider, .. Competences(known)],
        };
        return values.OfType<string>();
    }

    private IEnumerable<string> Competences(CatalogCourse known) => known.Tagging.Competences.SelectMany(assignment =>
        frameworks.DigComp22.Competences.FirstOrDefault(competence => competence.Code == assignment.Code) is { } competence
            ? [assignment.Code, competence.Name.Uk, competence.Name.En]
            : new[] { assignment.Code });

    private bool Compare(IEnumerable<string> values, CqlClause clause)
    {
        var asked = analysis.Analyse(clause.Term);
        return asked.Count == 0
            ? values.Any(value => value.Contains(clause.Term, StringComparison.OrdinalIgnoreCase))
            : values.Any(value => Compare(analysis.Analyse(value), asked, clause.Relation));
    }

    private static bool Compare(IReadOnlyList<AnalysedToken> value, IReadOnlyList<AnalysedToken> asked, CqlRelation relation) => relation switch
    {
        CqlRelation.All => asked.All(word => value.Any(other => Same(word, other))),
        CqlRelation.Exact => value.Count == asked.Count && value.Zip(asked).All(pair => pair.First.Word == pair.Second.Word),
        _ => Enumerable.Range(0, Math.Max(0, value.Count - asked.Count + 1)).Any(start => Enumerable.Range(0, asked.Count).All(at => Same(asked[at], value[start + at]))),
    };

    private static bool Same(AnalysedToken one, AnalysedToken other) => one.Word == other.Word || one.Terms.Any(other.Terms.Contains);
}
