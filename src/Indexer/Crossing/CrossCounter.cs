using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Crossing;

/// <summary>Counts the courses of a snapshot into tables of several facets, each course looked at once.</summary>
internal static class CrossCounter
{
    public static IReadOnlyList<IReadOnlyList<CrossCell>> Count(CrossQuery query, FactTable table, FacetValues values)
    {
        var filter = new FacetFilter(query.Filters, table, values);
        var lately = new SeenLately(query, table);
        var tables = query.Tables.Select(facets => new CrossTable(facets, table, values)).ToList();
        Span<int> docs = stackalloc int[FactBlock.Size];
        Span<sbyte> verdicts = stackalloc sbyte[FactBlock.Size];
        for (var number = 0; number < table.Blocks.Length; number++)
        {
            var block = table.Blocks[number];
            var living = 0;
            for (var place = 0; place < FactBlock.Size; place++)
            {
                if (block.Lives(place))
                {
                    docs[living++] = (number << FactBlock.Bits) + place;
                }
            }

            filter.Judge(block, docs[..living], verdicts[..living]);
            for (var at = 0; at < living; at++)
            {
                if (verdicts[at] != FacetFilter.Passes)
                {
                    continue;
                }

                var place = FactTable.Place(docs[at]);
                var seen = lately.Of(block, place);
                foreach (var one in tables)
                {
                    one.Add(block, place, seen);
                }
            }
        }

        return [.. tables.Select(one => one.Cells())];
    }

    /// <summary>Which courses were seen lately: by their own date, or as active ones of a source that was.</summary>
    private sealed class SeenLately(CrossQuery query, FactTable table)
    {
        private static readonly int SourceColumn = FacetKeys.Column(Facet.Source);
        private static readonly int StateColumn = FacetKeys.Column(Facet.State);
        private readonly long since = query.SeenSince.ToUnixTimeSeconds();
        private readonly bool[] sources = Codes(table, SourceColumn, source => query.SourceSeen.TryGetValue(source, out var seen) && seen >= query.SeenSince);
        private readonly bool[] active = Codes(table, StateColumn, state => state == Wire.Name(CourseState.Active));

        public bool Of(FactBlock block, int place) =>
            block.LastSeen[place] >= since || (sources[block.Codes(SourceColumn)[place]] && active[block.Codes(StateColumn)[place]]);

        private static bool[] Codes(FactTable table, int column, Predicate<string> holds) => Array.ConvertAll(table.Keys[column].ToArray(), key => holds(key));
    }
}
