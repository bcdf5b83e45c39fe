namespace DcCourseIndex.Indexer.Facets;

/// <summary>The filters of one query, ready to be asked of many courses: for each facet, which codes of its column fit.</summary>
internal sealed class FacetFilter
{
    public const int Passes = -1;
    public const int Fails = -2;
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

    /// <summary>True where every course passes.</summary>
    public bool IsOpen => _filters.Length == 0;

    /// <summary><see cref="Passes"/>, <see cref="Fails"/>, or the number of the one facet whose filter alone keeps the course at a place out.</summary>
    public int Judge(FactBlock block, int place)
    {
        var verdict = Passes;
        foreach (var (facet, column, allowed) in _filters)
        {
            if (allowed[block.Codes(column)[place]])
            {
                continue;
            }

            if (verdict != Passes)
            {
                return Fails;
            }

            verdict = facet;
        }

        return verdict;
    }
}
