using System.Runtime.InteropServices;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Crossing;

/// <summary>One table that grows course by course: a cell for each combination of values that a course has.</summary>
internal sealed class CrossTable(IReadOnlyList<Facet> facets, FactTable table, FacetValues values)
{
    private readonly int[] columns = [.. facets.Select(FacetKeys.Column)];
    private readonly FacetMeaning[] meanings = [.. facets.Select(facet => values.Of(facet, table.Keys[FacetKeys.Column(facet)]))];
    private readonly Dictionary<long, Cell> cells = [];

    // Which offers' courses a cell has counted already, and counted as seen lately.
    private readonly HashSet<(long Cell, int Cluster, bool Seen)> offered = [];

    public void Add(FactBlock block, int place, bool seen) => Add(block, place, seen, 0, 0);

    /// <summary>The cells in the order of their values' numbers, which is none that means anything.</summary>
    public IReadOnlyList<CrossCell> Cells() =>
        [.. cells.Select(cell => new CrossCell(Names(cell.Key), cell.Value.Courses, cell.Value.Seen, DateTimeOffset.FromUnixTimeSeconds(cell.Value.Changed)))];

    private void Add(FactBlock block, int place, bool seen, int facet, long key)
    {
        if (facet == meanings.Length)
        {
            Count(block, place, seen, key);
            return;
        }

        var meaning = meanings[facet];
        var radix = meaning.Names.Length + 1;
        var having = meaning.ByCode[block.Codes(columns[facet])[place]];
        if (having.Length == 0)
        {
            Add(block, place, seen, facet + 1, (key * radix) + meaning.Names.Length);
        }

        foreach (var value in having)
        {
            Add(block, place, seen, facet + 1, (key * radix) + value);
        }
    }

    private void Count(FactBlock block, int place, bool seen, long key)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
        var cluster = block.Clusters[place];
        cell.Changed = Math.Max(cell.Changed, block.LastChanged[place]);
        cell.Courses += cluster == 0 || offered.Add((key, cluster, false)) ? 1 : 0;
        cell.Seen += seen && (cluster == 0 || offered.Add((key, cluster, true))) ? 1 : 0;
    }

    private string[] Names(long key)
    {
        var names = new string[meanings.Length];
        for (var facet = meanings.Length - 1; facet >= 0; facet--)
        {
            var known = meanings[facet].Names;
            var value = (int)(key % (known.Length + 1));
            names[facet] = value < known.Length ? known[value] : CrossCell.None;
            key /= known.Length + 1;
        }

        return names;
    }

    private struct Cell
    {
        public int Courses;
        public int Seen;
        public long Changed;
    }
}
