using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>From typed text to what is looked for: the words, their synonyms, and the competences of which the text speaks.</summary>
internal sealed class AskedQueries(QueryReader reader, TokenMap tokens, SynonymRings rings, CompetenceTagger? tagger)
{
    private const float SynonymWeight = 0.7f;
    private const float OtherLanguageWeight = 0.6f;
    private const float ApartWeight = 0.8f;

    // The prefixes of a query stand for so many words at most, those of the most titles first.
    private const int MostPrefixWords = 64;

    /// <summary>The query with the competences of which it speaks.</summary>
    public AskedQuery Read(string text, string framework, ReadConnection connection) => Words(text, framework, connection) is var asked && asked.Query.IsEmpty
        ? asked
        : asked with { Topics = Topics(text) };

    /// <summary>All that the text asks for can be found in some course.</summary>
    public bool IsKnown(string text, string framework, ReadConnection connection) => Words(text, framework, connection).IsKnown;

    private AskedQuery Words(string text, string framework, ReadConnection connection)
    {
        var query = reader.Read(text, framework);
        var prefixWords = MostPrefixWords / Math.Max(1, query.Units.Concat(query.Excluded).Count(unit => unit.Kind == UnitKind.Prefix));
        List<AskedClause> clauses = [];
        var units = query.Units;
        var flat = units.SelectMany(unit => unit.Meant).ToList();
        for (int at = 0, place = 0; at < units.Count;)
        {
            var (taken, synonyms) = MayHaveSynonyms(units[at]) ? Synonyms(units, at, flat, place) : (1, []);
            var covered = units.Skip(at).Take(taken).ToList();
            if (synonyms.Count > 0 || query.Weighty.Contains(units[at]))
            {
                clauses.Add(new AskedClause(new Clause(covered, null, null, synonyms), [.. Ways(covered, synonyms, prefixWords, connection)]));
            }

            at += taken;
            place += covered.Sum(unit => unit.Places.Count);
        }

        return new AskedQuery(
            query,
            clauses,
            [.. query.Excluded.SelectMany(unit => Typed([unit], prefixWords, connection))],
            [.. units.Where(unit => unit.Kind is not (UnitKind.Code or UnitKind.Prefix)).SelectMany(unit => unit.Places).Select(tokens.Of)],
            []);
    }

    private Dictionary<string, double> Topics(string text) => tagger is null
        ? []
        : tagger.Topics(QuerySplitter.Cut(text));

    private IEnumerable<Wanted> Ways(IReadOnlyList<QueryUnit> covered, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> synonyms, int prefixWords, ReadConnection connection)
    {
        var cyrillic = covered.SelectMany(unit => unit.Words).Any(IsCyrillic);
        var others = synonyms.Select(expression => Way([.. expression.Select(tokens.Of)], expression.SelectMany(terms => terms).Any(IsCyrillic) == cyrillic ? SynonymWeight : OtherLanguageWeight));
        return Typed(covered, prefixWords, connection).Concat(others.OfType<Wanted>());
    }

    private IEnumerable<Wanted> Typed(IReadOnlyList<QueryUnit> units, int prefixWords, ReadConnection connection)
    {
        Wanted?[] ways = units switch
        {
            [{ Kind: UnitKind.Prefix } unit] => [Way([[.. connection.WordsFrom(unit.Words[0], prefixWords).Select(word => word.Token).Distinct()]], 1)],
            [{ Kind: UnitKind.Code } unit] => [Way([tokens.Of([unit.CodeTerm!])], 1), Way([.. unit.Places.Select(tokens.Of)], 1)],
            [_] => [Way([.. units[0].Places.Select(tokens.Of)], 1)],
            _ => [.. Apart(units)],
        };
        return ways.OfType<Wanted>();
    }

    // Words that a ring knows as one expression are best next to each other, and good enough apart.
    private IEnumerable<Wanted?> Apart(IReadOnlyList<QueryUnit> units)
    {
        var whole = Way([.. units.SelectMany(unit => unit.Places).Select(tokens.Of)], 1);
        return [whole, whole is null ? null : whole with { Weight = ApartWeight, Anywhere = true }];
    }

    private static Wanted? Way(IReadOnlyList<int[]> places, float weight) =>
        places.Count == 0 || places.Any(place => place.Length == 0) ? null : new Wanted(places, weight);

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

    private static bool IsCyrillic(string word) => word.Any(letter => letter is >= 'Ѐ' and <= 'ӿ');
}
