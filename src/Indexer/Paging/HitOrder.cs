using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>The order of one answer: a number for each course, smaller first, equal ones by id.</summary>
internal sealed class HitOrder(SortOrder sort, FactTable table, Func<int[]> titleRanks, DateOnly today)
{
    private readonly int[] _titles = sort == SortOrder.Title ? titleRanks() : [];
    private readonly uint[] _starts = sort == SortOrder.Start ? Starts(table, today) : [];

    public SortOrder Sort => sort;

    public uint Key(FactBlock block, int place, int doc, float score) => sort switch
    {
        SortOrder.Relevance => Key(score),
        SortOrder.Newest => uint.MaxValue - (uint)Math.Clamp(block.FirstSeen[place], 0, uint.MaxValue),
        SortOrder.Start => _starts[block.Codes(FacetKeys.Column(Facet.Start))[place]],
        SortOrder.Duration => (uint)block.Minutes[place],
        SortOrder.Title => (uint)_titles[doc],
        _ => 0,
    };

    /// <summary>The key of a score in the order of <see cref="SortOrder.Relevance"/>.</summary>
    public static uint Key(float score) => ~Rising(score);

    /// <summary>The score that went into a key of <see cref="SortOrder.Relevance"/>.</summary>
    public static float Score(uint key)
    {
        var rising = ~key;
        return BitConverter.UInt32BitsToSingle((rising & Sign) != 0 ? rising ^ Sign : ~rising);
    }

    private const uint Sign = 0x8000_0000;

    // The bits of a number in the order of the numbers (IEEE 754: those of negative ones fall).
    private static uint Rising(float score)
    {
        var bits = BitConverter.SingleToUInt32Bits(score);
        return (bits & Sign) != 0 ? ~bits : bits | Sign;
    }

    // Undated courses come last.
    private static uint[] Starts(FactTable table, DateOnly today)
    {
        var keys = table.Keys[FacetKeys.Column(Facet.Start)].Span;
        var starts = new uint[keys.Length];
        for (var code = 0; code < starts.Length; code++)
        {
            starts[code] = Schedule.Read(keys[code]).NextStart(today) is { } start ? (uint)start.DayNumber : uint.MaxValue;
        }

        return starts;
    }
}
