using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>What a text of synonyms would change.</summary>
internal sealed record TriedSynonyms(string Written)
{
    /// <summary>Lines, from 1, with one word alone: the text does not fit.</summary>
    public IReadOnlyList<int> Lonely { get; init; } = [];

    /// <summary>What is wrong with other files of words, in English, file and line first: the text fits, but cannot be tried.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public IReadOnlyList<ChangedAnswer> Changes { get; init; } = [];

    /// <summary>Words of new or changed lines that would find nothing all the same.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>How many queries were tried.</summary>
    public int Asked { get; init; }
}

/// <summary>Tries edited synonyms with the queries that are asked most, as the verb «synonyms --try» does, and with the words themselves. One trial at a time: it opens other searchers.</summary>
internal sealed class SynonymDesk(SynonymFile file, QueryLedger queries, SearcherWith? with = null) : IDisposable
{
    private const int Most = 100;
    private const int MostFresh = 50;
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<TriedSynonyms> TryAsync(string shown, CancellationToken ct)
    {
        var tried = new TriedSynonyms(SynonymFile.Written(shown)) { Lonely = SynonymFile.Lonely(shown) };
        if (tried.Lonely.Count > 0)
            return tried;
        var then = file.Words(tried.Written);
        if (then.Value is null || file.Now() is not { } now)
            return tried with { Others = then.Problems };
        IReadOnlyList<string> fresh = [.. SynonymFile.Fresh(shown, await file.ReadAsync(ct)).Distinct(StringComparer.Ordinal).Take(MostFresh)];
        IReadOnlyList<string> asked = [.. (await queries.ListAsync(QueryOrder.Top, DateOnly.MinValue, Most, ct)).Select(query => query.Text).Concat(fresh).Distinct(StringComparer.Ordinal)];
        if (with is null || asked.Count == 0)
            return tried;
        await turn.WaitAsync(ct);
        try
        {
            // Both from the files, one after the other: the service may not have taken somebody's edits yet, and two searchers at once take twice the memory.
            var (before, after) = (Answers(now, asked), Answers(then.Value, asked));
            var silent = asked.Where((text, at) => after[at].Total == 0).ToHashSet(StringComparer.Ordinal);
            return tried with { Changes = SynonymTrial.Changes(asked, before, after), Silent = [.. fresh.Where(silent.Contains)], Asked = asked.Count };
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private IReadOnlyList<FoundCourses> Answers(QueryWords words, IReadOnlyList<string> asked)
    {
        using var searcher = with!(words);
        return SynonymTrial.Answers(searcher, asked);
    }
}
