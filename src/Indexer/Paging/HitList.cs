namespace DcCourseIndex.Indexer.Paging;

/// <summary>The hits of an answer with the keys that order them; first as found, after <see cref="Sort"/> in order.</summary>
internal sealed class HitList(int[] docs, double[] keys, HitOrder order)
{
    public int Count => docs.Length;

    public RankedDoc this[int at] => new(docs[at], keys[at]);

    /// <summary>The first hits in order, without sorting the rest.</summary>
    public IReadOnlyList<RankedDoc> First(int limit)
    {
        var comparer = Comparer<RankedDoc>.Create(Compare);
        List<RankedDoc> first = new(limit + 1);
        for (var i = 0; i < docs.Length; i++)
        {
            var hit = this[i];
            if (first.Count == limit && Compare(first[^1], hit) <= 0)
            {
                continue;
            }

            first.Insert(~first.BinarySearch(hit, comparer), hit);
            if (first.Count > limit)
            {
                first.RemoveAt(limit);
            }
        }

        return first;
    }

    public void Sort()
    {
        Array.Sort(keys, docs);
        var byId = Comparer<int>.Create(order.CompareIds);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end].Equals(keys[start]);)
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(docs, start, end - start, byId);
            }
        }
    }

    private int Compare(RankedDoc one, RankedDoc other) =>
        one.Key.CompareTo(other.Key) is var byKey and not 0 ? byKey : order.CompareIds(one.Doc, other.Doc);
}

/// <summary>A hit and the number that orders it.</summary>
internal readonly record struct RankedDoc(int Doc, double Key);
