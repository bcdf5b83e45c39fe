namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// The facts of all courses of one snapshot, addressed by document number. Never changes; the next snapshot shares
/// the blocks in which nothing changed.
/// </summary>
internal sealed class FactTable
{
    private readonly FactBlock[] _blocks;

    // Grows with the tables that come of one another; see there.
    private readonly FacetGroups _groups;

    private FactTable(FactBlock[] blocks, int count, ReadOnlyMemory<string>[] keys, IdOrder ids, int clusters, FacetGroups groups)
    {
        (_blocks, _groups, Groups) = (blocks, groups, groups.Captured());
        (Count, Keys, Ids, Clusters) = (count, keys, ids, clusters);
    }

    public static FactTable Empty(FacetDictionary[] dictionaries) => new([], 0, Capture(dictionaries), IdOrder.Empty, 0, new FacetGroups());

    /// <summary>Courses in the table.</summary>
    public int Count { get; }

    /// <summary>The highest number of a cluster so far.</summary>
    public int Clusters { get; }

    /// <summary>One more than the highest document number.</summary>
    public int Limit => _blocks.Length << FactBlock.Bits;

    /// <summary>The facet keys of each column, by code.</summary>
    public ReadOnlyMemory<string>[] Keys { get; }

    /// <summary>For each joined group of columns the codes of its columns, by the code of the group.</summary>
    public ReadOnlyMemory<FacetCodes>[] Groups { get; }

    public IdOrder Ids { get; }

    /// <summary>Documents by the thousand: <see cref="FactBlock.Size"/> numbers a block.</summary>
    public ReadOnlySpan<FactBlock> Blocks => _blocks;

    public bool Lives(int doc) => doc < Limit && Block(doc).Lives(Place(doc));

    public int Code(int doc, int column) => Block(doc).Codes(column)[Place(doc)];

    public int Cluster(int doc) => Block(doc).Clusters[Place(doc)];

    public int Rank(int doc) => Block(doc).Ranks[Place(doc)];

    public long FirstSeen(int doc) => Block(doc).FirstSeen[Place(doc)];

    /// <summary>The token of each word of a title, in order.</summary>
    public ReadOnlySpan<int> Title(int doc) => Block(doc).Title(Place(doc));

    public FactBlock Block(int doc) => _blocks[doc >> FactBlock.Bits];

    /// <summary>Where in its block a document stands.</summary>
    public static int Place(int doc) => doc & (FactBlock.Size - 1);

    /// <summary>The table after changes; facts without an id take a course away.</summary>
    public FactTable With(IReadOnlyList<KeyValuePair<int, CourseFacts>> changes, FacetDictionary[] dictionaries)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var blocks = new FactBlock[Math.Max(_blocks.Length, (changes.Max(change => change.Key) >> FactBlock.Bits) + 1)];
        Array.Fill(blocks, FactBlock.Empty);
        _blocks.CopyTo(blocks, 0);
        foreach (var changed in changes.GroupBy(change => change.Key >> FactBlock.Bits))
        {
            blocks[changed.Key] = blocks[changed.Key].With([.. changed.Select(change => KeyValuePair.Create(Place(change.Key), change.Value))], _groups);
        }

        var ids = Ids.With(changes.Where(change => change.Value.Id is not null).Select(change => (change.Key, change.Value.Id!)), blocks.Length << FactBlock.Bits);
        var count = Count + changes.Sum(change => (change.Value.Id is null ? 0 : 1) - (Lives(change.Key) ? 1 : 0));
        return new FactTable(blocks, count, Capture(dictionaries), ids, Math.Max(Clusters, changes.Max(change => change.Value.Cluster)), _groups);
    }

    private static ReadOnlyMemory<string>[] Capture(FacetDictionary[] dictionaries) => [.. dictionaries.Select(dictionary => dictionary.Keys)];
}
