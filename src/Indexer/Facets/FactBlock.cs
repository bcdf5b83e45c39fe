namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// The facts of a thousand courses with neighbouring numbers, each kind of fact close together for whoever looks at all of them.
/// Never changes once it is in a table.
/// </summary>
internal sealed class FactBlock
{
    public const int Bits = 10;
    public const int Size = 1 << Bits;
    private readonly int[] _codes = new int[FacetKeys.Columns * Size];

    // Places with a course, as bits.
    private readonly ulong[] _living = new ulong[Size / 64];

    private FactBlock(int[] titleStarts, int[] titles) => (TitleStarts, Titles) = (titleStarts, titles);

    /// <summary>A block without courses.</summary>
    public static FactBlock Empty { get; } = new(new int[Size + 1], []);

    public int[] Minutes { get; } = new int[Size];

    public int[] Clusters { get; } = new int[Size];

    public int[] Ranks { get; } = new int[Size];

    public long[] FirstSeen { get; } = new long[Size];

    public long[] LastSeen { get; } = new long[Size];

    public long[] LastChanged { get; } = new long[Size];

    public ReadOnlySpan<ulong> Living => _living;

    private int[] TitleStarts { get; }

    private int[] Titles { get; }

    /// <summary>The codes of one column by place in the block.</summary>
    public ReadOnlySpan<int> Codes(int column) => _codes.AsSpan(column * Size, Size);

    public ReadOnlySpan<int> Title(int place) => Titles.AsSpan(TitleStarts[place]..TitleStarts[place + 1]);

    public bool Lives(int place) => (_living[place >> 6] & (1UL << (place & 63))) != 0;

    /// <summary>The block after changes, by place; facts without an id take a course away.</summary>
    public FactBlock With(IReadOnlyList<KeyValuePair<int, CourseFacts>> changes)
    {
        var changed = new CourseFacts?[Size];
        foreach (var (place, facts) in changes)
        {
            changed[place] = facts;
        }

        var starts = new int[Size + 1];
        for (var place = 0; place < Size; place++)
        {
            starts[place + 1] = starts[place] + (changed[place] is { } facts ? facts.Title?.Length ?? 0 : Title(place).Length);
        }

        var block = new FactBlock(starts, new int[starts[Size]]);
        _codes.CopyTo(block._codes, 0);
        _living.CopyTo(block._living, 0);
        Minutes.CopyTo(block.Minutes, 0);
        Clusters.CopyTo(block.Clusters, 0);
        Ranks.CopyTo(block.Ranks, 0);
        FirstSeen.CopyTo(block.FirstSeen, 0);
        LastSeen.CopyTo(block.LastSeen, 0);
        LastChanged.CopyTo(block.LastChanged, 0);
        for (var place = 0; place < Size; place++)
        {
            (changed[place] is { } facts ? facts.Title : Title(place)).CopyTo(block.Titles.AsSpan(starts[place]));
            if (changed[place] is { } given)
            {
                block.Put(place, given);
            }
        }

        return block;
    }

    private void Put(int place, in CourseFacts facts)
    {
        var bit = 1UL << (place & 63);
        _living[place >> 6] = facts.Id is null ? _living[place >> 6] & ~bit : _living[place >> 6] | bit;
        (Minutes[place], Clusters[place], Ranks[place], FirstSeen[place]) = (facts.Minutes, facts.Cluster, facts.Rank, facts.FirstSeen);
        (LastSeen[place], LastChanged[place]) = (facts.LastSeen, facts.LastChanged);
        for (var column = 0; column < FacetKeys.Columns; column++)
        {
            _codes[(column * Size) + place] = facts.Codes[column];
        }
    }
}
