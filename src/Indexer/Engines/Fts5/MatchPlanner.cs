using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>Turns the units of a query into expressions over the tokens of the index, with synonyms where there are rings.</summary>
internal sealed class MatchPlanner(TokenMap tokens, SynonymRings rings)
{
    // The prefixes of a query stand for so many words at most, those of the most titles first.
    private const int MostPrefixWords = 64;

    public MatchPlan Plan(ReadQuery query, ReadConnection connection)
    {
        List<Clause> clauses = [];
        var prefixWords = MostPrefixWords / Math.Max(1, query.Units.Concat(query.Excluded).Count(unit => unit.Kind == UnitKind.Prefix));
        var units = query.Units;
        var flat = units.SelectMany(unit => unit.Meant).ToList();
        for (int at = 0, place = 0; at < units.Count;)
        {
            var (taken, synonyms) = MayHaveSynonyms(units[at]) ? Synonyms(units, at, flat, place) : (1, []);
            var covered = units.Skip(at).Take(taken).ToList();
            if (synonyms.Count > 0 || query.Weighty.Contains(units[at]))
            {
                var typed = MatchText.And(covered.Where(query.Weighty.Contains).DefaultIfEmpty(covered[0]).Select(unit => Expression(unit, prefixWords, connection)));
                var others = synonyms.Select(expression => MatchText.Phrase([.. expression.Select(tokens.Of)]));
                var titles = covered.SelectMany(unit => unit.Words).Select(word => connection.Word(word)?.Titles ?? 0).DefaultIfEmpty().Max();
                clauses.Add(new Clause(covered, typed, MatchText.Or([typed, .. others]), synonyms) { Titles = titles });
            }

            at += taken;
            place += covered.Sum(unit => unit.Places.Count);
        }

        var excluded = MatchText.Or(query.Excluded.Select(unit => Expression(unit, prefixWords, connection)));
        var places = units.Where(unit => unit.Kind is not (UnitKind.Code or UnitKind.Prefix)).SelectMany(unit => unit.Places).Select(tokens.Of);
        return new MatchPlan(query, clauses, excluded, [.. places]);
    }

    /// <summary>The expression of one unit; null where the index has none of its words.</summary>
    private string? Expression(QueryUnit unit, int prefixWords, ReadConnection connection) => unit.Kind switch
    {
        UnitKind.Prefix => MatchText.Any([.. connection.WordsFrom(unit.Words[0], prefixWords).Select(word => word.Token).Distinct()]),
        UnitKind.Code => MatchText.Or([MatchText.Any(tokens.Of([unit.CodeTerm!])), MatchText.Phrase([.. unit.Places.Select(tokens.Of)])]),
        _ => MatchText.Or([MatchText.Phrase([.. unit.Places.Select(tokens.Of)]), MatchText.Any(tokens.Of(unit.Whole))]),
    };

    // What was quoted is wanted as it stands.
    private static bool MayHaveSynonyms(QueryUnit unit) => unit.Kind is UnitKind.Word or UnitKind.Compound;

    private (int Units, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Alternatives) Synonyms(
        IReadOnlyList<QueryUnit> units, int at, List<IReadOnlyList<string>> flat, int place)
    {
        if (rings.At(flat, place) is not { } match)
        {
            return (1, []);
        }

        var (taken, covered) = (0, 0);
        while (covered < match.Length && MayHaveSynonyms(units[at + taken]))
        {
            covered += units[at + taken++].Places.Count;
        }

        return covered == match.Length ? (taken, match.Alternatives) : (1, []);
    }
}
