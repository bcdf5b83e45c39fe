using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// The hits of an answer; first as found, after <see cref="Sort"/> in order. A hit is one number: what orders it above, the place of its id below,
/// which decides among equal ones. Holds on to nothing of its snapshot but the order of ids.
/// </summary>
internal sealed class HitList(ulong[] hits, IdOrder ids)
{
    public int Count => hits.Length;

    public RankedDoc this[int at] => Read(hits[at]);

    /// <summary>A hit as one number; the smaller goes first.</summary>
    public static ulong Hit(uint key, int idPlace) => ((ulong)key << 32) | (uint)idPlace;

    /// <summary>The first hits in order, without sorting the rest.</summary>
    public IReadOnlyList<RankedDoc> First(int limit)
    {
        Span<ulong> first = stackalloc ulong[Math.Min(limit, hits.Length)];
        var count = 0;
        foreach (var hit in hits)
        {
            if (count == first.Length)
            {
                if (hit >= first[^1])
                {
                    continue;
                }

                count--;
            }

            var at = count++;
            for (; at > 0 && first[at - 1] > hit; at--)
            {
                first[at] = first[at - 1];
            }

            first[at] = hit;
        }

        var read = new RankedDoc[count];
        for (var at = 0; at < count; at++)
        {
            read[at] = Read(first[at]);
        }

        return read;
    }

    public void Sort() => Array.Sort(hits);

    private RankedDoc Read(ulong hit) => new(ids.DocAt((int)(uint)hit), (uint)(hit >> 32));
}

/// <summary>A hit with what orders it: the smaller key first.</summary>
internal readonly record struct RankedDoc(int Doc, uint Key);
