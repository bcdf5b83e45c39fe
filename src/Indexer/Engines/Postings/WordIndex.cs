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

/// <summary>A segment and what has died in it.</summary>
internal sealed class LivingSegment(Segment segment, IReadOnlySet<int> dead, IReadOnlyDictionary<int, int> deadByToken)
{
    public static LivingSegment Of(Segment segment) => new(segment, new HashSet<int>(), new Dictionary<int, int>());

    public Segment Segment => segment;

    public bool AllAlive => dead.Count == 0;

    public int Living => segment.Held.Length - dead.Count;

    public bool IsDead(int doc) => dead.Contains(doc);

    public int DeadWith(int token) => deadByToken.Count == 0 ? 0 : deadByToken.GetValueOrDefault(token);

    /// <summary>The same with more dead; documents that it does not hold do not matter.</summary>
    public LivingSegment Without(IEnumerable<int> docs)
    {
        var more = docs.Where(doc => !dead.Contains(doc) && segment.TextOf(doc).Length > 0).ToList();
        if (more.Count == 0)
        {
            return this;
        }

        var all = new HashSet<int>(dead);
        var counts = new Dictionary<int, int>(deadByToken);
        var own = new HashSet<int>();
        foreach (var doc in more)
        {
            all.Add(doc);
            own.Clear();
            foreach (var token in segment.TextOf(doc))
            {
                if (token != StoreSchema.Break && own.Add(token))
                {
                    counts[token] = counts.GetValueOrDefault(token) + 1;
                }
            }
        }

        return new LivingSegment(segment, all, counts);
    }
}
