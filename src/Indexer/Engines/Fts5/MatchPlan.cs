using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>A clause as expressions: as typed, or as anything that means the same; null where the index has none of it.</summary>
internal sealed record MatchClause(Clause Shown, string? AsTyped, string? OrSynonyms)
{
    /// <summary>In how many titles its commonest word stands: small for words that say much.</summary>
    public int Titles { get; init; }
}

/// <summary>A query as expressions for this index.</summary>
internal sealed class MatchPlan(ReadQuery query, IReadOnlyList<MatchClause> clauses, string? excluded, IReadOnlyList<int[]> places, IReadOnlyList<MatchPlan> alternatives)
{
    private const int MostAlternatives = 12;

    public ReadQuery Query => query;

    public IReadOnlyList<MatchClause> Clauses => clauses;

    /// <summary>What must not be there; null for nothing.</summary>
    public string? Excluded => excluded;

    /// <summary>The tokens of the query's words in order, stop words too; for each alternative.</summary>
    public IEnumerable<IReadOnlyList<int[]>> Places => alternatives.Count > 0 ? alternatives.SelectMany(alternative => alternative.Places) : [places];

    /// <summary>Every clause can be found in some course, or every clause of one of the alternatives.</summary>
    public bool IsKnown => alternatives.Count > 0 ? alternatives.Any(alternative => alternative.IsKnown) : clauses.Count > 0 && clauses.All(clause => clause.OrSynonyms is not null);

    /// <summary>Every clause in the words of the query.</summary>
    public string? AllAsTyped { get; } = alternatives.Count > 0 ? MatchText.Or(alternatives.Select(alternative => alternative.AllAsTyped)) : MatchText.And(clauses.Select(clause => clause.AsTyped));

    /// <summary>Every clause, synonyms allowed.</summary>
    public string? AllOrSynonyms { get; } = alternatives.Count > 0 ? MatchText.Or(alternatives.Select(alternative => alternative.AllOrSynonyms)) : MatchText.And(clauses.Select(clause => clause.OrSynonyms));

    /// <summary>At least one clause, synonyms allowed; of a long query only the clauses that say most.</summary>
    public string? Any { get; } = MatchText.Or(clauses.Where(clause => clause.OrSynonyms is not null).OrderBy(clause => clause.Titles).Take(MostAlternatives).Select(clause => clause.OrSynonyms));
}
