namespace DcCourseIndex.Indexer.Facets;

/// <summary>The filters of one query, ready to be asked of many courses: for each facet, which codes of its column fit.</summary>
internal sealed class FacetFilter
{
    public const sbyte Passes = -1;
    public const sbyte Fails = -2;

    // What one failing filter adds beside the number of its facet: from the sum of all it is seen whether one failed, and which.
    private const int One = 32;
    private static readonly int Facets = Enum.GetValues<Facet>().Length;
    private static readonly sbyte[] Verdicts = ReadVerdicts();
    private readonly (int Facet, int Column, byte[] Failing)[] _filters;

    public FacetFilter(IReadOnlyDictionary<Facet, IReadOnlyList<string>> wanted, FactTable table, FacetValues values)
    {
        _filters = [.. wanted.Where(pair => pair.Value.Count > 0).Select(pair => ((int)pair.Key, FacetKeys.Column(pair.Key), Failing(pair.Key, pair.Value)))];

        byte[] Failing(Facet facet, IReadOnlyList<string> any)
        {
            var keys = table.Keys[FacetKeys.Column(facet)];
            var meaning = values.Of(facet, keys);
            var fits = Array.ConvertAll(meaning.Names, any.ToHashSet(StringComparer.Ordinal).Contains);
            var failing = new byte[keys.Length];
            for (var code = 0; code < failing.Length; code++)
            {
                failing[code] = (byte)(Array.Exists(meaning.ByCode[code], value => fits[value]) ? 0 : One + (int)facet);
            }

            return failing;
        }
    }

    /// <summary>Says of each document of a block whether it <see cref="Passes"/>, <see cref="Fails"/>, or which one facet's filter alone keeps it out.</summary>
    public void Judge(FactBlock block, ReadOnlySpan<int> docs, Span<sbyte> verdicts)
    {
        if (_filters.Length == 0)
        {
            verdicts.Fill(Passes);
            return;
        }

        // Sums, not branches: which filter fails where cannot be foretold.
        Span<ushort> sums = stackalloc ushort[docs.Length];
        sums.Clear();
        foreach (var (_, column, failing) in _filters)
        {
            var codes = block.Codes(column);
            for (var at = 0; at < docs.Length; at++)
            {
                sums[at] += failing[codes[FactTable.Place(docs[at])]];
            }
        }

        for (var at = 0; at < docs.Length; at++)
        {
            verdicts[at] = Verdicts[sums[at]];
        }
    }

    private static sbyte[] ReadVerdicts()
    {
        var verdicts = new sbyte[(2 * One * Facets) + 1];
        Array.Fill(verdicts, Fails);
        verdicts[0] = Passes;
        for (var facet = 0; facet < Facets; facet++)
        {
            verdicts[One + facet] = (sbyte)facet;
        }

        return verdicts;
    }
}
