namespace DcCourseIndex.Indexer.Query;

/// <summary>One thing that a course must have: the units of the query that say it, and the expressions that mean the same.</summary>
internal sealed record Clause(IReadOnlyList<QueryUnit> Units, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Synonyms)
{
    /// <summary>Quoted, or to stand in the title: a course without it is no answer, however near it comes.</summary>
    public bool IsDemanded { get; } = Units.Any(unit => unit.Kind == UnitKind.Phrase || unit.InTitle);

    /// <summary>Only words in which people ask, «для початківців» with its little words: it says next to nothing about what is asked for.</summary>
    public bool Asks { get; } = Units.Any(unit => unit.Asks) && Units.All(unit => unit.Asks || unit.Weightless);
}
