namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>A set of document numbers below a limit, as bits.</summary>
internal sealed class DocSet(int limit)
{
    private readonly ulong[] _bits = new ulong[(limit >> 6) + 1];

    /// <summary>False where it was in already.</summary>
    public bool Add(int doc)
    {
        ref var word = ref _bits[doc >> 6];
        var bit = 1UL << (doc & 63);
        var added = (word & bit) == 0;
        word |= bit;
        return added;
    }

    public bool Contains(int doc) => (_bits[doc >> 6] & (1UL << (doc & 63))) != 0;
}
