namespace DcCourseIndex.Indexer.Paging;

/// <summary>An answer for its later pages: order, counts and corrections stay as they were on the first.</summary>
internal sealed class KeptAnswer(long query, HitList hits, SearchAnswer first)
{
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
    public int Size { get; } = 4_000 + (hits.Count * sizeof(ulong));
}
