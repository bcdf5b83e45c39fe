namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// An answer for its later pages: order, counts and corrections stay as they were on the first. Whoever keeps it or reads in it holds it; with the last hold the list's room is given back.
/// </summary>
internal sealed class KeptAnswer(long query, HitList hits, SearchAnswer first)
{
    private int _holds = 1;

    private readonly Lazy<HitList> _sorted = new(() =>
    {
        hits.Sort();
        return hits;
    });

    /// <summary>The query's print.</summary>
    public long Query => query;

    /// <summary>Sorted when the second page is asked for: most answers have no reader for it.</summary>
    public HitList Sorted => _sorted.Value;

    /// <summary>The first page without its hits.</summary>
    public SearchAnswer First { get; } = first with { Hits = [], Next = null };

    /// <summary>Bytes, about.</summary>
    public int Size { get; } = 4_000 + hits.Size;

    /// <summary>One more holds it; only for someone who knows that another one does.</summary>
    public KeptAnswer Hold()
    {
        Interlocked.Increment(ref _holds);
        return this;
    }

    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
        {
            hits.Dispose();
        }
    }
}
