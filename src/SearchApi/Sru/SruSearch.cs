using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>The records of one answer, how many there are in all, and whether that number is a lower bound.</summary>
internal sealed record SruFound(IReadOnlyList<CatalogCourse> Courses, int Total, bool AtLeast);

/// <summary>
/// Finds what a query means. The index gives candidates, best first, for each alternative; what it cannot decide (in which field a word stands,
/// what must not be there) is decided on them. Courses come as their sources allow them to be passed on.
/// </summary>
internal sealed class SruSearch(ICourseSearcher searcher, CqlFields fields)
{
    /// <summary>Candidates looked at for one alternative; no answer begins behind them.</summary>
    public const int Most = 2000;

    /// <summary>Candidates looked at for one query.</summary>
    private const int MostInAll = 6000;
    private const int Step = 100;

    /// <summary>Courses from <paramref name="start"/>, counted from 1. Null where the query has too many alternatives.</summary>
    public SruFound? Find(CqlNode query, int start, int count)
    {
        if (CqlConditions.Of(query) is not { } alternatives)
            return null;
        if (alternatives is [var only] && IsForTheIndex(only))
            return Page(only, start, count);
        var found = new Dictionary<string, CatalogCourse>(StringComparer.Ordinal);
        var (atLeast, left) = (false, MostInAll);
        foreach (var conditions in alternatives)
        {
            var (candidates, all) = Candidates(conditions, Math.Min(Most, left));
            atLeast |= !all;
            left -= candidates.Count;
            foreach (var course in candidates.Where(course => conditions.Where(condition => !IsDecided(condition)).All(condition => fields.Meets(course, condition))))
                found.TryAdd(course.Course.Id, course);
        }
        return new([.. found.Values.Skip(start - 1).Take(count)], found.Count, atLeast);
    }

    private static bool IsForTheIndex(IReadOnlyList<CqlCondition> conditions) =>
        conditions.All(condition => IsDecided(condition) || condition is { Holds: true, Clause.Index: CqlIndex.Language })
        && conditions.Count(condition => condition.Clause.Index == CqlIndex.Language) <= 1;

    // The index chooses what «any words» find.
    private static bool IsDecided(CqlCondition condition) =>
        condition is { Holds: true, Clause: { Index: CqlIndex.AllRecords } or { Index: CqlIndex.Anything, Relation: CqlRelation.All or CqlRelation.Phrase } };

    private SruFound Page(IReadOnlyList<CqlCondition> conditions, int start, int count)
    {
        if (Query(conditions) is not { } query)
            return new([], 0, false);
        var answer = searcher.Search(query);
        if (!Fits(answer, query))
            return new([], 0, false);
        var (total, courses) = (answer.Total, new List<CatalogCourse>());
        for (var first = 1; ; first += Step)
        {
            courses.AddRange(answer.Hits.Select(hit => hit.Course).Skip(Math.Max(0, start - first)).Take(count - courses.Count));
            if (answer.Next is null || courses.Count == count || first + Step > Most)
                return new(courses, total, false);
            answer = searcher.Search(query with { Cursor = answer.Next });
        }
    }

    private (IReadOnlyList<CatalogCourse> Courses, bool All) Candidates(IReadOnlyList<CqlCondition> conditions, int most)
    {
        if (most <= 0)
            return ([], false);
        if (conditions.FirstOrDefault(condition => condition is { Holds: true, Clause.Index: CqlIndex.Identifier }).Clause is { } one)
            return (CourseId.IsWellFormed(one.Term) && searcher.Find(one.Term) is { } course ? [course] : [], true);
        if (Query(conditions) is not { } query)
            return ([], true);
        var answer = searcher.Search(query);
        var courses = new List<CatalogCourse>();
        while (Fits(answer, query))
        {
            courses.AddRange(answer.Hits.Select(hit => hit.Course));
            if (answer.Next is null || courses.Count >= most)
                return (courses, answer.Next is null);
            answer = searcher.Search(query with { Cursor = answer.Next });
        }
        return (courses, true);
    }

    // What is only near the words asked for is no answer to a query that says «and».
    private static bool Fits(SearchAnswer answer, CourseQuery query) =>
        answer.Problem is null && (query.Text.Length == 0 || (answer.Confident && answer.Suggestion is not { Applied: true, Reason: "any-word" }));

    /// <summary>What the index is asked; null where it has nothing in the language.</summary>
    private CourseQuery? Query(IReadOnlyList<CqlCondition> conditions)
    {
        var words = conditions.Where(condition => condition is { Holds: true, Clause.Index: not (CqlIndex.AllRecords or CqlIndex.Language or CqlIndex.Identifier) })
            .Select(condition => Plain(condition.Clause.Term));
        var filters = new Dictionary<Facet, IReadOnlyList<string>>();
        if (conditions.FirstOrDefault(condition => condition is { Holds: true, Clause.Index: CqlIndex.Language }).Clause is { } language)
        {
            var tags = Languages().Where(tag => CqlFields.IsLanguage(tag, language.Term)).ToList();
            if (tags.Count == 0)
                return null;
            filters[Facet.Language] = tags;
        }
        var text = string.Join(' ', words);
        return new() { Text = text, Filters = filters, Limit = Step, Collapse = false, Sort = text.Length == 0 ? SortOrder.Id : SortOrder.Relevance };
    }

    private IEnumerable<string> Languages() =>
        searcher.Search(new() { Limit = 1, Sort = SortOrder.Id, Collapse = false }).Facets.GetValueOrDefault(Facet.Language)?.Select(count => count.Value) ?? [];

    // Quotation marks and hyphens before words mean something to the index that CQL does not mean.
    private static string Plain(string term) => string.Join(' ', term.Split([' ', '"', '«', '»', '“', '”', '„', '‟'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimStart('-', '−', '–')));
}
