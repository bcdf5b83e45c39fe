namespace DcCourseIndex.Indexer.Query;

/// <summary>One thing that a course must have: the units of the query that say it, and the expressions that mean the same.</summary>
internal sealed record Clause(IReadOnlyList<QueryUnit> Units, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Synonyms);
