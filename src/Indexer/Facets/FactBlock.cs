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
    private readonly int[] _groups = new int[FacetGroups.Joined * Size];
    private OfOneDay? _ofDay;

    // Places with a course, as bits.
    private readonly ulong[] _living = new ulong[Size / 64];

    private FactBlock(int[] titleStarts, int[] titles) => (TitleStarts, Titles) = (titleStarts, titles);

    /// <summary>A block without courses.</summary>
    public static FactBlock Empty { get; } = new(new int[Size + 1], []);

    public int[] Minutes { get; } = new int[Size];

    public int[] Clusters { get; } = new int[Size];

    /// <summary>A course here is offered more than once.</summary>
    public bool HasOffers { get; private set; }

    public int[] Ranks { get; } = new int[Size];

    /// <summary>By place the words of a title as a set of a few bits, see <see cref="Mark"/>: nearly every title that lacks a word is told by it.</summary>
    public ulong[] TitleMarks { get; } = new ulong[Size];

    public long[] FirstSeen { get; } = new long[Size];

    public long[] LastSeen { get; } = new long[Size];

    public long[] LastChanged { get; } = new long[Size];

    public ReadOnlySpan<ulong> Living => _living;

    private int[] TitleStarts { get; }

    private int[] Titles { get; }

    /// <summary>The codes of one column by place in the block.</summary>
    public ReadOnlySpan<int> Codes(int column) => _codes.AsSpan(column * Size, Size);

    public ReadOnlySpan<int> Title(int place) => Titles.AsSpan(TitleStarts[place]..TitleStarts[place + 1]);

    /// <summary>The codes of one group of columns by place in the block.</summary>
    public ReadOnlySpan<int> Group(int group) => FacetGroups.Single(group) is { } column ? Codes(column) : _groups.AsSpan(group * Size, Size);

    /// <summary>A set of tokens in which each has a bit that it shares with some others.</summary>
    public static ulong Mark(ReadOnlySpan<int> tokens)
    {
        var mark = 0UL;
        foreach (var token in tokens)
        {
            mark |= 1UL << (token & 63);
        }

        return mark;
    }

    /// <summary>What was kept of a day by place; null where nothing was.</summary>
    public float[]? OfDay(long day) => Volatile.Read(ref _ofDay) is { } known && known.Day == day ? known.Values : null;

    /// <summary>Works out a number from each course's rank and the time when it was first seen, and keeps them for a day.</summary>
    public float[] KeepOfDay(long day, Func<int, long, float> of)
    {
        var values = new float[Size];
        for (var place = 0; place < Size; place++)
        {
            values[place] = of(Ranks[place], FirstSeen[place]);
        }

        Volatile.Write(ref _ofDay, new(day, values));
        return values;
    }

    public bool Lives(int place) => (_living[place >> 6] & (1UL << (place & 63))) != 0;

    /// <summary>The block after changes, by place; facts without an id take a course away.</summary>
    public FactBlock With(IReadOnlyList<KeyValuePair<int, CourseFacts>> changes, FacetGroups groups)
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
        _groups.CopyTo(block._groups, 0);
        TitleMarks.CopyTo(block.TitleMarks, 0);
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
                block.Put(place, given, groups);
            }
        }

        block.HasOffers = block.Clusters.AsSpan().ContainsAnyExcept(0);

        return block;
    }

    private void Put(int place, in CourseFacts facts, FacetGroups groups)
    {
        var bit = 1UL << (place & 63);
        _living[place >> 6] = facts.Id is null ? _living[place >> 6] & ~bit : _living[place >> 6] | bit;
        (Minutes[place], Clusters[place], Ranks[place], FirstSeen[place]) = (facts.Minutes, facts.Cluster, facts.Rank, facts.FirstSeen);
        (LastSeen[place], LastChanged[place]) = (facts.LastSeen, facts.LastChanged);
        for (var column = 0; column < FacetKeys.Columns; column++)
        {
            _codes[(column * Size) + place] = facts.Codes[column];
        }

        for (var group = 0; group < FacetGroups.Joined; group++)
        {
            _groups[(group * Size) + place] = groups.Code(group, facts.Codes);
        }

        TitleMarks[place] = Mark(facts.Title);
    }

    private sealed record OfOneDay(long Day, float[] Values);
}
