using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Query;

/// <summary>Reads typed text: words, «quoted phrases», -excluded words, prefixes with an asterisk, alternatives with OR and brackets, title:words, competence codes. Any string has a reading.</summary>
internal sealed class QueryReader(TextAnalysis analysis, Frameworks frameworks)
{
    private readonly AskingWords _asking = new(analysis);

    /// <summary>Words of a query that are read.</summary>
    public const int MaxWords = 32;

    /// <summary>Letters before an asterisk, at least.</summary>
    public const int MinPrefix = 3;

    public ReadQuery Read(string text, string framework)
    {
        var chunks = QuerySplitter.Split(QuerySplitter.Cut(text));
        var form = QueryForm.Of(chunks);
        var read = ReadChunks(chunks, framework);
        List<QueryUnit> excluded = [.. form.Excluded.SelectMany(UnitsOf)];
        List<ReadQuery> alternatives = [.. form.Alternatives.Select(alternative => new ReadQuery([.. alternative.SelectMany(UnitsOf)], excluded)).Where(alternative => alternative.Units.Count > 0)];
        return alternatives.Count < 2
            ? alternatives.FirstOrDefault() ?? new ReadQuery([], excluded)
            : new ReadQuery([.. alternatives.SelectMany(alternative => alternative.Units).Distinct()], excluded) { Alternatives = alternatives };

        IEnumerable<QueryUnit> UnitsOf(QueryChunk chunk) => read.GetValueOrDefault(chunk.From) ?? [];
    }

    // By place in the text; the words beyond the limit are not there.
    private Dictionary<int, List<QueryUnit>> ReadChunks(IReadOnlyList<QueryChunk> chunks, string framework)
    {
        var read = new Dictionary<int, List<QueryUnit>>();
        var words = 0;
        foreach (var chunk in chunks.Where(chunk => chunk.Kind == ChunkKind.Words))
        {
            var units = read[chunk.From] = [];
            foreach (var unit in Units(chunk, framework))
            {
                words += Math.Max(1, unit.Places.Count);
                if (words > MaxWords)
                {
                    return read;
                }

                units.Add(chunk.InTitle ? unit with { InTitle = true } : unit);
            }
        }

        return read;
    }

    private IEnumerable<QueryUnit> Units(QueryChunk chunk, string framework)
    {
        var tokens = analysis.Analyse(chunk.Text);
        var places = Places.Of(tokens);
        if (!chunk.Quoted && !chunk.InTitle && CompetenceTerms.Read(frameworks, framework, chunk.Text) is { } term)
        {
            return [Unit(UnitKind.Code, chunk.Text, places) with { CodeTerm = term }];
        }

        if (places.Count == 0)
        {
            return [];
        }

        if (chunk.Quoted)
        {
            return [Unit(UnitKind.Phrase, chunk.Text, places)];
        }

        if (chunk.Text[^1] == '*' && places.Count == 1 && places[0].Word.Length >= MinPrefix)
        {
            return [Unit(UnitKind.Prefix, chunk.Text, places)];
        }

        return Words(tokens, places, chunk.Text);
    }

    // A hyphen compound asks for its parts next to each other; other marks only separate words.
    private IEnumerable<QueryUnit> Words(IReadOnlyList<AnalysedToken> tokens, IReadOnlyList<AnalysedToken> places, string text)
    {
        for (var at = 0; at < places.Count;)
        {
            var first = places[at];
            var end = tokens.Where(token => token.Position == first.Position).Max(token => token.Start + token.Length);
            var parts = places.Skip(at).TakeWhile(place => place.Start < end).ToList();
            var unit = Unit(parts.Count > 1 ? UnitKind.Compound : UnitKind.Word, text[first.Start..Math.Min(end, text.Length)], parts);
            yield return parts.Count > 1 ? unit with { Whole = tokens.First(token => token.Position == first.Position).Terms } : unit;
            at += parts.Count;
        }
    }

    private QueryUnit Unit(UnitKind kind, string typed, IReadOnlyList<AnalysedToken> places) =>
        new(kind, typed, [.. places.Select(place => place.Terms)], [.. places.Select(place => place.Word)],
            kind == UnitKind.Word && StopWords.Contains(places[0].Word))
        {
            Asks = kind == UnitKind.Word && _asking.Contain(Places.Meant(places[0].Word, places[0].Terms)),
        };
}
