using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Turns the units of a query into expressions over the tokens of the index, with synonyms where there are rings.</summary>
internal sealed class MatchPlanner(TokenMap tokens, Func<SynonymRings> rings)
{
    public MatchPlan Plan(ReadQuery query, ReadConnection connection)
    {
        var prefixWords = QueryClauses.PrefixWords(query);
        if (query.Alternatives.Count == 0)
        {
            return Plan(query, prefixWords, connection);
        }

        List<MatchPlan> alternatives = [.. query.Alternatives.Select(alternative => Plan(alternative, prefixWords, connection))];
        return new MatchPlan(query, [.. alternatives.SelectMany(alternative => alternative.Clauses)], alternatives[0].Excluded, [], alternatives);
    }

    private MatchPlan Plan(ReadQuery query, int prefixWords, ReadConnection connection)
    {
        var clauses = QueryClauses.Of(query, rings()).Select(clause =>
        {
            var typed = MatchText.And(clause.Units.Where(query.Weighty.Contains).DefaultIfEmpty(clause.Units[0]).Select(unit => Expression(unit, prefixWords, connection)));
            var others = clause.Synonyms.Select(expression => MatchText.Phrase([.. expression.Select(tokens.Of)]));
            var titles = clause.Units.SelectMany(unit => unit.Words).Select(word => connection.Word(word)?.Titles ?? 0).DefaultIfEmpty().Max();
            return new MatchClause(clause, typed, MatchText.Or([typed, .. others])) { Titles = titles };
        });
        var excluded = MatchText.Or(query.Excluded.Select(unit => Expression(unit, prefixWords, connection)));
        var places = query.Units.Where(unit => unit.Kind is not (UnitKind.Code or UnitKind.Prefix)).SelectMany(unit => unit.Places).Select(tokens.Of);
        return new MatchPlan(query, [.. clauses], excluded, [.. places], []);
    }

    /// <summary>The expression of one unit; null where the index has none of its words.</summary>
    private string? Expression(QueryUnit unit, int prefixWords, ReadConnection connection) =>
        unit.InTitle ? MatchText.InTitle(Anywhere(unit, prefixWords, connection)) : Anywhere(unit, prefixWords, connection);

    private string? Anywhere(QueryUnit unit, int prefixWords, ReadConnection connection) => unit.Kind switch
    {
        UnitKind.Prefix => MatchText.Any([.. connection.WordsFrom(unit.Words[0], prefixWords).Select(word => word.Token).Distinct()]),
        UnitKind.Code => MatchText.Or([MatchText.Any(tokens.Of([unit.CodeTerm!])), MatchText.Phrase([.. unit.Places.Select(tokens.Of)])]),
        _ => MatchText.Or([MatchText.Phrase([.. unit.Places.Select(tokens.Of)]), MatchText.Any(tokens.Of(unit.Whole))]),
    };
}
