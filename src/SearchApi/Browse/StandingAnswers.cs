using System.Collections.Concurrent;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Browse;

/// <summary>Answers that hold as long as the index stands where it stood: none is given for another state, and only so many are kept.</summary>
internal sealed class StandingAnswers<TKey, TAnswer>(ICourseSearcher searcher, int most) where TKey : notnull
{
    private volatile Given given = new(IndexPosition.Nothing);

    /// <summary>The answer given before, or the one that is found now.</summary>
    public TAnswer Of(TKey key, Func<TAnswer> find)
    {
        var (now, known) = (searcher.Position, given);
        if (known.At != now || known.Answers.Count >= most)
            given = known = new(now);
        if (known.Answers.TryGetValue(key, out var answer))
            return answer;
        answer = find();
        // What was found while the index moved belongs to neither state.
        if (searcher.Position == now)
            known.Answers.TryAdd(key, answer);
        return answer;
    }

    private sealed record Given(IndexPosition At)
    {
        public ConcurrentDictionary<TKey, TAnswer> Answers { get; } = new();
    }
}
