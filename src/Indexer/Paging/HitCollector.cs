using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>Takes the courses that match the words of a query, counts them by facet, and keeps those that pass the filters; collapsed, one offer of each course.</summary>
internal sealed class HitCollector(FacetFilter filter, FacetCounter counter, HitOrder order, string? afterId, bool collapse)
{
    private readonly Dictionary<int, ChosenOffer> _clusters = [];
    private RankedDoc[] _hits = new RankedDoc[64];
    private int _kept;

    /// <summary>Courses that pass all filters, before and after the place where the page begins.</summary>
    public int Total { get; private set; }

    /// <summary>Makes room for so many courses, so that long lists are not copied as they grow.</summary>
    public void Expect(int courses)
    {
        if (courses > _hits.Length)
        {
            Array.Resize(ref _hits, courses);
        }
    }

    public void Add(int doc, in CourseFacts facts, double score)
    {
        var verdict = filter.Judge(in facts);
        if (verdict == FacetFilter.Fails)
        {
            return;
        }

        counter.Add(doc, in facts, verdict);
        if (verdict != FacetFilter.Passes)
        {
            return;
        }

        var key = order.Key(doc, in facts, score);
        if (!collapse || facts.Cluster == 0)
        {
            Keep(doc, key, facts.Id!);
            return;
        }

        var offer = new ChosenOffer(doc, key, key, facts.Rank, facts.FirstSeen, facts.Id!);
        _clusters[facts.Cluster] = _clusters.TryGetValue(facts.Cluster, out var best) ? best.Or(offer, order.Sort) : offer;
    }

    /// <summary>What was kept; to be asked for once, after the last course.</summary>
    public HitList Finish()
    {
        foreach (var offer in _clusters.Values)
        {
            Keep(offer.Doc, offer.BestKey, offer.Id);
        }

        return new HitList(_kept == _hits.Length ? _hits : _hits[.._kept]);
    }

    private void Keep(int doc, double key, string id)
    {
        Total++;
        if (afterId is not null && string.CompareOrdinal(id, afterId) <= 0)
        {
            return;
        }

        if (_kept == _hits.Length)
        {
            Array.Resize(ref _hits, _kept * 2);
        }

        _hits[_kept++] = new RankedDoc(doc, key, id);
    }
}
