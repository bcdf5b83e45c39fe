using System.Numerics;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>A set of document numbers below a limit, as bits.</summary>
internal sealed class DocSet(int limit)
{
    private readonly ulong[] _bits = new ulong[(limit >> 6) + 1];

    public int Limit => _bits.Length << 6;

    /// <summary>False where it was in already.</summary>
    public bool Add(int doc)
    {
        ref var word = ref _bits[doc >> 6];
        var bit = 1UL << (doc & 63);
        var added = (word & bit) == 0;
        word |= bit;
        return added;
    }

    public bool Contains(int doc) => doc >> 6 < _bits.Length && (_bits[doc >> 6] & (1UL << (doc & 63))) != 0;

    public void Clear() => Array.Clear(_bits);

    /// <summary>Writes the documents in rising order and returns how many there are.</summary>
    public int CopyTo(Span<int> docs)
    {
        var count = 0;
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var left = _bits[word]; left != 0; left &= left - 1)
            {
                docs[count++] = (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }

        return count;
    }

    /// <summary>The same documents and more.</summary>
    public DocSet With(IEnumerable<int> docs, int newLimit)
    {
        var set = new DocSet(Math.Max(newLimit, Limit - 1));
        _bits.CopyTo(set._bits, 0);
        foreach (var doc in docs)
        {
            set.Add(doc);
        }

        return set;
    }
}
