namespace DcCourseIndex.Indexer.Facets;

/// <summary>Counts the courses of one answer by facet; each facet's own filter is left out of its counts. Collapsed, the offers of one course count once for each value.</summary>
internal sealed class FacetCounter
{
    private static readonly Facet[] All = Enum.GetValues<Facet>();
    private static readonly int[] Columns = [.. All.Select(FacetKeys.Column)];
    private readonly FactTable _table;
    private readonly int[][] _counts;
    private readonly bool _collapse;
    private readonly List<(int Cluster, int Doc, int Verdict)> _offers = [];

    public FacetCounter(FactTable table, bool collapse)
    {
        _collapse = collapse;
        _table = table;
        _counts = [.. Columns.Select(column => new int[table.Keys[column].Length])];
    }

    /// <summary>Counts a course by the verdict of <see cref="FacetFilter.Judge"/>.</summary>
    public void Add(int doc, in CourseFacts facts, int verdict)
    {
        if (_collapse && facts.Cluster != 0)
        {
            _offers.Add((facts.Cluster, doc, verdict));
            return;
        }

        if (verdict >= 0)
        {
            _counts[verdict][facts.Codes[Columns[verdict]]]++;
            return;
        }

        for (var facet = 0; facet < _counts.Length; facet++)
        {
            _counts[facet][facts.Codes[Columns[facet]]]++;
        }
    }

    /// <summary>The counts by value, most frequent first, equal ones by value.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Counts(FacetValues values) =>
        All.ToDictionary(facet => facet, facet => Counts(facet, values));

    public IReadOnlyList<FacetCount> Counts(Facet facet, FacetValues values)
    {
        var keys = _table.Keys[FacetKeys.Column(facet)].Span;
        var byCode = _counts[(int)facet];
        var byValue = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < byCode.Length; code++)
        {
            if (byCode[code] == 0)
            {
                continue;
            }

            foreach (var value in values.Of(facet, code, keys))
            {
                byValue[value] = byValue.GetValueOrDefault(value) + byCode[code];
            }
        }

        CountClusters(facet, values, byValue);

        return [.. byValue.Select(pair => new FacetCount(pair.Key, pair.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)];
    }

    // A value counts once for a cluster, however many of its offers have it.
    private void CountClusters(Facet facet, FacetValues values, Dictionary<string, int> byValue)
    {
        var column = FacetKeys.Column(facet);
        var seen = new HashSet<(int Cluster, string Value)>();
        foreach (var (cluster, doc, verdict) in _offers)
        {
            if (verdict != FacetFilter.Passes && verdict != (int)facet)
            {
                continue;
            }

            foreach (var value in values.Of(facet, _table[doc].Codes[column], _table.Keys[column].Span))
            {
                if (seen.Add((cluster, value)))
                {
                    byValue[value] = byValue.GetValueOrDefault(value) + 1;
                }
            }
        }
    }
}
