namespace DcCourseIndex.Indexer.Facets;

/// <summary>Counts courses that several portals offer: a value counts once for a course, however many of its offers have it.</summary>
internal sealed class OfferCounter(FactTable table)
{
    private readonly List<(int Cluster, int Doc, int Verdict)> _offers = [];
    private bool _sorted;

    public void Add(int doc, int verdict) => _offers.Add((table.Cluster(doc), doc, verdict));

    /// <summary>Adds one for each course that has a value, by value.</summary>
    public void Count(Facet facet, FacetMeaning meaning, int[] byValue)
    {
        if (_offers.Count == 0)
        {
            return;
        }

        if (!_sorted)
        {
            _offers.Sort();
            _sorted = true;
        }

        var column = FacetKeys.Column(facet);
        var countedFor = new int[byValue.Length];
        foreach (var (cluster, doc, verdict) in _offers)
        {
            if (verdict != FacetFilter.Passes && verdict != (int)facet)
            {
                continue;
            }

            foreach (var value in meaning.ByCode[table.Code(doc, column)])
            {
                if (countedFor[value] != cluster)
                {
                    countedFor[value] = cluster;
                    byValue[value]++;
                }
            }
        }
    }
}
