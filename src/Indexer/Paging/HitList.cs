using System.Buffers;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// The hits of an answer; first as found, after <see cref="Sort"/> in order. A hit is one number: what orders it above, the place of its id below,
/// which decides among equal ones. Holds on to nothing of its snapshot but the order of ids.
/// </summary>
internal sealed class HitList : IDisposable
{
    private readonly IdOrder _ids;
    private readonly bool _lent;
    private ulong[] _hits;

    public HitList(ulong[] hits, IdOrder ids) => (_hits, Count, _ids) = (hits, hits.Length, ids);

    private HitList(ulong[] lent, int count, IdOrder ids) => (_hits, Count, _ids, _lent) = (lent, count, ids, true);

    public int Count { get; }

    /// <summary>Bytes in memory.</summary>
    public int Size => _hits.Length * sizeof(ulong);

    public RankedDoc this[int at] => Read(_hits[at]);

    /// <summary>A list in room that was lent by the shared pool, which has it back when the list is disposed: room of the size of an index is too dear to be thrown away with every answer.</summary>
    public static HitList Lent(ulong[] hits, int count, IdOrder ids) => new(hits, count, ids);

    /// <summary>A hit as one number; the smaller goes first.</summary>
    public static ulong Hit(uint key, int idPlace) => ((ulong)key << 32) | (uint)idPlace;

    /// <summary>The first hits in order, without sorting the rest.</summary>
    public IReadOnlyList<RankedDoc> First(int limit)
    {
        Span<ulong> first = stackalloc ulong[Math.Min(limit, Count)];
        var count = 0;
        foreach (var hit in _hits.AsSpan(0, Count))
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

    public void Sort() => Array.Sort(_hits, 0, Count);

    public void Dispose()
    {
        if (_lent && _hits.Length > 0)
        {
            ArrayPool<ulong>.Shared.Return(_hits);
            _hits = [];
        }
    }

    private RankedDoc Read(ulong hit) => new(_ids.DocAt((int)(uint)hit), (uint)(hit >> 32));
}

/// <summary>A hit with what orders it: the smaller key first.</summary>
internal readonly record struct RankedDoc(int Doc, uint Key);
