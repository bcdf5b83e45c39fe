using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The words of all courses of one snapshot: a large segment and the later ones over it, each with the documents that died in it.</summary>
internal sealed class WordIndex(IReadOnlyList<LivingSegment> segments, int courses)
{
    public static readonly WordIndex Empty = new([], 0);

    public IReadOnlyList<LivingSegment> Segments => segments;

    /// <summary>Courses that are alive.</summary>
    public int Courses => courses;

    /// <summary>How often any of these tokens stands in a living course; a course with two of them counts twice.</summary>
    public int Frequency(int[] tokens)
    {
        var sum = 0;
        foreach (var token in tokens)
        {
            sum += Frequency(token);
        }

        return sum;
    }

    /// <summary>What a word says that so many courses have: the rarer, the more.</summary>
    public float Information(int having) => MathF.Log(1 + ((courses - Math.Min(having, courses) + 0.5f) / (having + 0.5f)));

    /// <summary>How much a token weighs in a living course; 0 where it does not stand there.</summary>
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

    /// <summary>In how many living courses a token stands.</summary>
    public int Frequency(int token)
    {
        var sum = 0;
        foreach (var segment in segments)
        {
            sum += segment.Segment.Of(token).Docs.Length - segment.DeadWith(token);
        }

        return sum;
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
