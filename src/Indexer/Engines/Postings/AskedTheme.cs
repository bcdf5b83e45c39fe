using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>A theme of which a query speaks, in the tokens of this index: its words, each with how much it says for the query, 0 to 1.</summary>
internal sealed record AskedTheme(IReadOnlyList<(AskedClause Word, float Weight)> Words)
{
    private static readonly Clause Untyped = new([], []);

    public static AskedTheme Of(FoundTheme found, TokenMap tokens) => new(
        [
            .. found.Theme.Words.Select(word => (Places: (List<int[]>)[.. word.Places.Select(tokens.Of)], word.Weight))
                .Where(word => word.Places.TrueForAll(place => place.Length > 0))
                .Select(word => (new AskedClause(Untyped, [new Wanted(word.Places, 1)]), word.Weight * found.Confidence)),
        ]);

    /// <summary>The words that some course has, each with how much it says for the query: what most courses have says nothing.</summary>
    public IEnumerable<(AskedClause Word, float Information)> In(IKnownWords index)
    {
        var most = index.Information(1);
        return Words
            .Select(one => (one.Word, one.Weight, Having: one.Word.Ways[0].Places.Min(index.Frequency)))
            .Where(one => one.Having > 0)
            .Select(one => (one.Word, Information: one.Weight * Math.Min(1, index.Information(one.Having) / most)));
    }
}
