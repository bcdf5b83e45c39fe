namespace DcCourseIndex.Indexer.Query;

/// <summary>Cuts a query into clauses: an expression of a ring is one, of the other units each that weighs.</summary>
internal static class QueryClauses
{
    // The prefixes of a query stand for so many words at most, those of the most titles first.
    private const int MostPrefixWords = 64;

    public static IReadOnlyList<Clause> Of(ReadQuery query, SynonymRings rings)
    {
        List<Clause> clauses = [];
        var units = query.Units;
        var flat = units.SelectMany(unit => unit.Meant).ToList();
        for (int at = 0, place = 0; at < units.Count;)
        {
            var (taken, synonyms) = MayHaveSynonyms(units[at]) ? Synonyms(units, at, flat, place, rings) : (1, []);
            var covered = units.Skip(at).Take(taken).ToList();
            if (synonyms.Count > 0 || query.Weighty.Contains(units[at]))
            {
                clauses.Add(new Clause(covered, synonyms));
            }

            at += taken;
            place += covered.Sum(unit => unit.Places.Count);
        }

        return clauses;
    }

    /// <summary>The clauses of an expression's words, each by itself; those that weigh.</summary>
    public static IEnumerable<Clause> Apart(Clause expression, SynonymRings rings) =>
        expression.Units.Where(unit => !unit.Weightless).Select(unit => new Clause([unit], Synonyms([unit], 0, [.. unit.Meant], 0, rings).Alternatives));

    /// <summary>For how many words each prefix of a query may stand.</summary>
    public static int PrefixWords(ReadQuery query) =>
        MostPrefixWords / Math.Max(1, query.Units.Concat(query.Excluded).Count(unit => unit.Kind == UnitKind.Prefix));

    // What was quoted, or is to stand in the title, is wanted as it stands.
    private static bool MayHaveSynonyms(QueryUnit unit) => unit.Kind is UnitKind.Word or UnitKind.Compound && !unit.InTitle;

    private static (int Units, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Alternatives) Synonyms(
        IReadOnlyList<QueryUnit> units, int at, List<IReadOnlyList<string>> flat, int place, SynonymRings rings)
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
