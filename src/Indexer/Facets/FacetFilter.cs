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
            var set = any.ToHashSet(StringComparer.Ordinal);
            var keys = table.Keys[FacetKeys.Column(facet)].Span;
            var allowed = new bool[keys.Length];
            for (var code = 0; code < keys.Length; code++)
            {
                allowed[code] = values.Of(facet, code, keys).Any(set.Contains);
            }

            return allowed;
        }
    }

    /// <summary><see cref="Passes"/>, <see cref="Fails"/>, or the number of the one facet whose filter alone keeps the course out.</summary>
    public int Judge(in CourseFacts facts)
    {
        var verdict = Passes;
        foreach (var (facet, column, allowed) in _filters)
        {
            if (allowed[facts.Codes[column]])
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
