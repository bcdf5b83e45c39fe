namespace DcCourseIndex.Indexer.Paging;

/// <summary>The hits of an answer; first as found, after <see cref="Sort"/> in order. Holds on to nothing of its snapshot but the ids.</summary>
internal sealed class HitList(RankedDoc[] hits)
{
    private static readonly Comparer<RankedDoc> ByKeyAndId = Comparer<RankedDoc>.Create((one, other) =>
        one.Key.CompareTo(other.Key) is var byKey and not 0 ? byKey : string.CompareOrdinal(one.Id, other.Id));

    public int Count => hits.Length;

    public RankedDoc this[int at] => hits[at];

    /// <summary>The first hits in order, without sorting the rest.</summary>
    public IReadOnlyList<RankedDoc> First(int limit)
    {
        List<RankedDoc> first = new(limit + 1);
        foreach (var hit in hits)
        {
            if (first.Count == limit && ByKeyAndId.Compare(first[^1], hit) <= 0)
            {
                continue;
            }

            first.Insert(~first.BinarySearch(hit, ByKeyAndId), hit);
            if (first.Count > limit)
            {
                first.RemoveAt(limit);
            }
        }

        return first;
    }

    public void Sort() => Array.Sort(hits, ByKeyAndId);
}

/// <summary>A hit with what orders it: the smaller key first, equal ones by id.</summary>
internal readonly record struct RankedDoc(int Doc, double Key, string Id);
