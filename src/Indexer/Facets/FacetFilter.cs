namespace DcCourseIndex.Indexer.Facets;

/// <summary>The filters of one query, ready to be asked of many courses: for each facet, which codes of its column fit.</summary>
internal sealed class FacetFilter
{
    public const sbyte Passes = -1;
    public const sbyte Fails = -2;
    private readonly (int Facet, int Column, bool[] Allowed)[] _filters;

    public FacetFilter(IReadOnlyDictionary<Facet, IReadOnlyList<string>> wanted, FactTable table, FacetValues values)
    {
        _filters = [.. wanted.Where(pair => pair.Value.Count > 0).Select(pair => ((int)pair.Key, FacetKeys.Column(pair.Key), Allowed(pair.Key, pair.Value)))];

        bool[] Allowed(Facet facet, IReadOnlyList<string> any)
        {
            var keys = table.Keys[FacetKeys.Column(facet)];
            var meaning = values.Of(facet, keys);
            var fits = Array.ConvertAll(meaning.Names, any.ToHashSet(StringComparer.Ordinal).Contains);
            var allowed = new bool[keys.Length];
            for (var code = 0; code < allowed.Length; code++)
            {
                foreach (var value in meaning.ByCode[code])
                {
                    allowed[code] |= fits[value];
                }
            }

            return allowed;
        }
    }

    /// <summary>Says of each document of a block whether it <see cref="Passes"/>, <see cref="Fails"/>, or which one facet's filter alone keeps it out.</summary>
    public void Judge(FactBlock block, ReadOnlySpan<int> docs, Span<sbyte> verdicts)
    {
        verdicts.Fill(Passes);
        foreach (var (facet, column, allowed) in _filters)
        {
            var codes = block.Codes(column);
            for (var at = 0; at < docs.Length; at++)
            {
                if (!allowed[codes[FactTable.Place(docs[at])]])
                {
                    verdicts[at] = verdicts[at] == Passes ? (sbyte)facet : Fails;
                }
            }
        }
    }
}
