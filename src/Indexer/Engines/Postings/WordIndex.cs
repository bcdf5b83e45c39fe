using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The words of all courses of one snapshot: a large segment and the later ones over it, each with the documents that died in it.</summary>
internal sealed class WordIndex(IReadOnlyList<LivingSegment> segments, int courses) : IKnownWords
{
    public static readonly WordIndex Empty = new([], 0);

    public IReadOnlyList<LivingSegment> Segments => segments;

    /// <inheritdoc/>
    public int Courses => courses;

    /// <inheritdoc/>
    public byte Weight(int token, int doc)
    {
        foreach (var segment in segments)
        {
            var list = segment.Segment.Of(token);
            if (list.Docs.BinarySearch(doc) is >= 0 and var at && !segment.IsDead(doc))
            {
                return list.Weights[at];
            }
        }

        return 0;
    }

    /// <summary>The text of a living course; empty where it has none.</summary>
    public ReadOnlySpan<int> TextOf(int doc)
    {
        foreach (var segment in segments)
        {
            if (!segment.IsDead(doc) && segment.Segment.TextOf(doc) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return [];
    }

    /// <inheritdoc/>
    public int Frequency(int token)
    {
        var sum = 0;
        foreach (var segment in segments)
        {
            sum += segment.Segment.Of(token).Docs.Length - segment.DeadWith(token);
        }

        return sum;
    }

    /// <inheritdoc/>
    public bool Stand(int doc, int[][] places, bool anywhere) => anywhere ? TokenSearch.HasAll(TextOf(doc), places) : TokenSearch.HasPhrase(TextOf(doc), places);

    /// <inheritdoc/>
    public void Score(AskedClause clause, float information, FactTable facts, ScoreBoard board, ReadOnlySpan<int> among) => Matching.Score(clause, information, this, facts, board, among);

    /// <inheritdoc/>
    public void AddTo(DocSet docs, Wanted way, FactTable facts) => Matching.AddTo(docs, way, this, facts);

    /// <inheritdoc/>
    public void Raise(Span<float> scores, int token, float information)
    {
        foreach (var segment in segments)
        {
            var list = segment.Segment.Of(token);
            for (var at = 0; at < list.Docs.Length; at++)
            {
                if (segment.AllAlive || !segment.IsDead(list.Docs[at]))
                {
                    scores[list.Docs[at]] += information * list.Weights[at] / Impact.Most;
                }
            }
        }
    }
}

/// <summary>A segment and what has died in it: the documents, and for each token how many of its documents that were.</summary>
internal sealed class LivingSegment
{
    private static readonly DocSet None = new(0);
    private readonly DocSet _dead;
    private readonly int[] _deadByToken;
    private readonly int _deadCount;

    private LivingSegment(Segment segment, DocSet dead, int[] deadByToken, int deadCount)
    {
        Segment = segment;
        (_dead, _deadByToken, _deadCount) = (dead, deadByToken, deadCount);
    }

    public static LivingSegment Of(Segment segment) => new(segment, None, [], 0);

    public Segment Segment { get; }

    public bool AllAlive => _deadCount == 0;

    public int Living => Segment.Held.Length - _deadCount;

    public bool IsDead(int doc) => _dead.Contains(doc);

    public int DeadWith(int token) => token < _deadByToken.Length ? _deadByToken[token] : 0;

    /// <summary>The same with more dead; documents that it does not hold do not matter.</summary>
    public LivingSegment Without(IEnumerable<int> docs)
    {
        var more = docs.Where(doc => !_dead.Contains(doc) && Segment.TextOf(doc).Length > 0).Distinct().ToList();
        if (more.Count == 0)
        {
            return this;
        }

        var counts = new int[Segment.Starts.Length];
        _deadByToken.CopyTo(counts, 0);
        var own = new HashSet<int>();
        foreach (var doc in more)
        {
            own.Clear();
            foreach (var token in Segment.TextOf(doc))
            {
                if (token != StoreSchema.Break && own.Add(token))
                {
                    counts[token]++;
                }
            }
        }

        return new LivingSegment(Segment, _dead.With(more, Segment.Held[^1]), counts, _deadCount + more.Count);
    }
}
