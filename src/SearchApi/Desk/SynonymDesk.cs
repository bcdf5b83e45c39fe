using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>What a text of synonyms would change. <paramref name="Problems"/> are in English, each with its line; <paramref name="Asked"/> is how many queries were tried.</summary>
internal sealed record TriedSynonyms(string Written, IReadOnlyList<string> Problems, IReadOnlyList<ChangedAnswer> Changes, int Asked);

/// <summary>Tries edited synonyms with the queries that are asked most, as the verb «synonyms --try» does. One trial at a time: it opens a second searcher.</summary>
internal sealed class SynonymDesk(SynonymFile file, QueryLedger queries, ICourseSearcher searcher, SearcherWith? with = null) : IDisposable
{
    private const int Most = 100;
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<TriedSynonyms> TryAsync(string shown, CancellationToken ct)
    {
        var written = SynonymFile.Written(shown);
        var words = file.Words(written);
        if (words.Value is null)
            return new(written, words.Problems, [], 0);
        IReadOnlyList<string> asked = [.. (await queries.ListAsync(QueryOrder.Top, DateOnly.MinValue, Most, ct)).Select(query => query.Text)];
        if (with is null || asked.Count == 0)
            return new(written, [], [], 0);
        await turn.WaitAsync(ct);
        try
        {
            using var after = with(words.Value);
            return new(written, [], SynonymTrial.Compare(searcher, after, asked), asked.Count);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
