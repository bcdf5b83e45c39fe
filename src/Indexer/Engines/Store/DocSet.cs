using System.Numerics;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>A set of document numbers below a limit, as bits.</summary>
internal sealed class DocSet(int limit)
{
    private readonly ulong[] _bits = new ulong[(limit >> 6) + 1];

    public int Limit => _bits.Length << 6;

    /// <summary>The set as bits, 64 documents a number.</summary>
    public ReadOnlySpan<ulong> Words => _bits;

    /// <summary>False where it was in already.</summary>
    public bool Add(int doc)
    {
        ref var word = ref _bits[doc >> 6];
        var bit = 1UL << (doc & 63);
        var added = (word & bit) == 0;
        word |= bit;
        return added;
    }

    /// <summary>Adds documents in rising order.</summary>
    public void Add(ReadOnlySpan<int> rising)
    {
        for (var at = 0; at < rising.Length;)
        {
            // Neighbours share a number, which is written once.
            var (word, bits) = (rising[at] >> 6, 0UL);
            for (; at < rising.Length && rising[at] >> 6 == word; at++)
            {
                bits |= 1UL << (rising[at] & 63);
            }

            _bits[word] |= bits;
        }
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
