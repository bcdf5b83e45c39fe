namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// The facts of all courses of one snapshot, addressed by document number. Never changes; the next snapshot shares
/// the blocks in which nothing changed.
/// </summary>
internal sealed class FactTable
{
    private const int BlockBits = 10;
    private const int BlockSize = 1 << BlockBits;
    private readonly CourseFacts[][] _blocks;
    private readonly int[]?[] _columns = new int[]?[FacetKeys.Columns];

    private FactTable(CourseFacts[][] blocks, int count, ReadOnlyMemory<string>[] keys)
    {
        _blocks = blocks;
        Count = count;
        Keys = keys;
    }

    public static FactTable Empty(FacetDictionary[] dictionaries) => new([], 0, Capture(dictionaries));

    /// <summary>Courses in the table.</summary>
    public int Count { get; }

    /// <summary>One more than the highest document number.</summary>
    public int Limit => _blocks.Length << BlockBits;

    /// <summary>The facet keys of each column, by code.</summary>
    public ReadOnlyMemory<string>[] Keys { get; }

    /// <summary>The facts under a document number below <see cref="Limit"/>.</summary>
    public ref readonly CourseFacts this[int doc] => ref _blocks[doc >> BlockBits][doc & (BlockSize - 1)];

    /// <summary>The codes of one column by document number, close together for whoever looks at all of them; worked out when first asked for. Safe for many threads, of which two may work out the same.</summary>
    public int[] Column(int column) => Volatile.Read(ref _columns[column]) ?? (_columns[column] = CopyColumn(column));

    /// <summary>The table after changes; facts without an id take a course away.</summary>
    public FactTable With(IReadOnlyList<KeyValuePair<int, CourseFacts>> changes, FacetDictionary[] dictionaries)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var highest = changes.Max(change => change.Key) >> BlockBits;
        var blocks = new CourseFacts[Math.Max(_blocks.Length, highest + 1)][];
        _blocks.CopyTo(blocks, 0);
        var own = new HashSet<int>();
        var count = Count;
        foreach (var (doc, facts) in changes)
        {
            var block = doc >> BlockBits;
            if (own.Add(block))
            {
                blocks[block] = blocks[block] is { } shared ? (CourseFacts[])shared.Clone() : new CourseFacts[BlockSize];
            }

            ref var place = ref blocks[block][doc & (BlockSize - 1)];
            count += (facts.Id is null ? 0 : 1) - (place.Id is null ? 0 : 1);
            place = facts;
        }

        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] ??= new CourseFacts[BlockSize];
        }

        return new FactTable(blocks, count, Capture(dictionaries));
    }

    private int[] CopyColumn(int column)
    {
        var codes = new int[Limit];
        for (var doc = 0; doc < codes.Length; doc++)
        {
            codes[doc] = this[doc].Codes[column];
        }

        return codes;
    }

    private static ReadOnlyMemory<string>[] Capture(FacetDictionary[] dictionaries) => [.. dictionaries.Select(dictionary => dictionary.Keys)];
}
