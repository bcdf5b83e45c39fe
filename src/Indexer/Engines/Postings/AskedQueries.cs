using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>From typed text to what is looked for: the words, their synonyms, and the competences and themes of which the text speaks.</summary>
internal sealed class AskedQueries(QueryReader reader, TokenMap tokens, Func<SynonymRings> rings, Func<ThemeBook> themes, CompetenceTagger? tagger)
{
    private const float SynonymWeight = 0.7f;
    private const float OtherLanguageWeight = 0.6f;
    private const float ApartWeight = 0.8f;
    private const float WordsShare = 0.6f;

    /// <summary>The query with the competences and themes of which it speaks.</summary>
    public AskedQuery Read(string text, string framework, ReadConnection connection) => Words(text, framework, connection) is var asked && asked.Query.IsEmpty
        ? asked
        : asked with
        {
            Topics = Topics(text),
            Themes = Themes(asked.Query),
            Alternatives =
            [
                .. asked.Alternatives.Select(alternative => alternative with
                {
                    Topics = Topics(string.Join(' ', alternative.Query.Units.Select(unit => unit.Typed))),
                    Themes = Themes(alternative.Query),
                }),
            ],
        };

    /// <summary>All that the text asks for can be found in some course.</summary>
    public bool IsKnown(string text, string framework, ReadConnection connection) => Words(text, framework, connection).IsKnown;

    private AskedQuery Words(string text, string framework, ReadConnection connection)
    {
        var query = reader.Read(text, framework);
        var prefixWords = QueryClauses.PrefixWords(query);
        if (query.Alternatives.Count == 0)
        {
            return Words(query, prefixWords, connection);
        }

        List<AskedQuery> alternatives = [.. query.Alternatives.Select(alternative => Words(alternative, prefixWords, connection))];
        return new AskedQuery(query, [.. alternatives.SelectMany(alternative => alternative.Clauses)], alternatives[0].Excluded, [], []) { Alternatives = alternatives };
    }

    private AskedQuery Words(ReadQuery query, int prefixWords, ReadConnection connection) =>
        new(
            query,
            [.. QueryClauses.Of(query, rings()).SelectMany(clause => Asked(clause, prefixWords, connection))],
            [.. query.Excluded.SelectMany(unit => Typed([unit], prefixWords, connection))],
            [.. query.Units.Where(unit => unit.Kind is not (UnitKind.Code or UnitKind.Prefix)).SelectMany(unit => unit.Places).Select(tokens.Of)],
            []);

    /// <summary>The query with the expressions that stand nowhere, nor anything that means the same, taken apart into their single words.</summary>
    public AskedQuery Apart(AskedQuery asked, Func<Wanted, bool> stands, ReadConnection connection)
    {
        if (asked.Alternatives.Count > 0 || asked.Clauses.All(Stands))
        {
            return asked;
        }

        var prefixWords = QueryClauses.PrefixWords(asked.Query);
        return asked with { Clauses = [.. asked.Clauses.SelectMany(clause => Stands(clause) ? [clause] : Singly(clause.Shown, prefixWords, connection).DefaultIfEmpty(clause))] };

        bool Stands(AskedClause clause) => clause.Shown.Units.Count == 1 || clause.Ways.Any(way => way.Places.Count == 1) || clause.Ways.Any(stands);
    }

    /// <summary>The query with what is looked for where few courses have all of it: more than half of what an expression says is said by its words, each by itself.</summary>
    public AskedQuery Loosely(AskedQuery asked, ReadConnection connection)
    {
        var prefixWords = QueryClauses.PrefixWords(asked.Query);
        return asked with
        {
            Loose = asked.Clauses.All(clause => clause.Shown.Units.Count == 1) ? asked.Clauses : [.. asked.Clauses.SelectMany(Parts)],
            Alternatives = [.. asked.Alternatives.Select(alternative => Loosely(alternative, connection))],
        };

        IEnumerable<AskedClause> Parts(AskedClause whole) =>
            whole.Shown.Units.Count > 1 && Singly(whole.Shown, prefixWords, connection).Where(word => !word.Shown.Asks).ToList() is { Count: > 0 } words
                ? words.ConvertAll(word => whole with { Ways = [.. whole.Ways, .. word.Ways], Measured = whole.Ways, Share = WordsShare / words.Count }).Prepend(whole with { Share = 1 - WordsShare })
                : [whole];
    }

    // An expression of which some word is in no course at all can be taken apart without a look at courses.
    private IEnumerable<AskedClause> Asked(Clause clause, int prefixWords, ReadConnection connection)
    {
        var whole = Of(clause, prefixWords, connection);
        return whole.Ways.Count > 0 || clause.Units.Count == 1 ? [whole] : Singly(clause, prefixWords, connection).DefaultIfEmpty(whole);
    }

    private IEnumerable<AskedClause> Singly(Clause clause, int prefixWords, ReadConnection connection) =>
        QueryClauses.Apart(clause, rings()).Select(one => Of(one, prefixWords, connection));

    private AskedClause Of(Clause clause, int prefixWords, ReadConnection connection) => new(clause, [.. Ways(clause.Units, clause.Synonyms, prefixWords, connection)]);

    private Dictionary<string, double> Topics(string text) => tagger is null
        ? []
        : tagger.Topics(QuerySplitter.Cut(text));

    private IReadOnlyList<AskedTheme> Themes(ReadQuery query) => [.. themes().Of(query).Select(found => AskedTheme.Of(found, tokens))];

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
            [var unit] => [Way([.. unit.Places.Select(tokens.Of)], 1), unit.Whole.Count > 0 ? Way([tokens.Of(unit.Whole)], 1) : null],
            _ => [.. Apart(units)],
        };
        return ways.OfType<Wanted>().Select(way => units is [{ InTitle: true }] ? way with { InTitle = true } : way);
    }

    // Words that a ring knows as one expression are best next to each other, and good enough apart.
    private IEnumerable<Wanted?> Apart(IReadOnlyList<QueryUnit> units)
    {
        var whole = Way([.. units.SelectMany(unit => unit.Places).Select(tokens.Of)], 1);
        return [whole, whole is null ? null : whole with { Weight = ApartWeight, Anywhere = true }];
    }

    private static Wanted? Way(IReadOnlyList<int[]> places, float weight) =>
        places.Count == 0 || places.Any(place => place.Length == 0) ? null : new Wanted(places, weight);

    private static bool IsCyrillic(string word) => word.Any(letter => letter is >= 'Ѐ' and <= 'ӿ');
}
