using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>Takes the courses that match the words of a query, counts them by facet, and keeps those that pass the filters.</summary>
internal sealed class HitCollector(FacetFilter filter, FacetCounter counter, HitOrder order, string? afterId)
{
    private RankedDoc[] _hits = new RankedDoc[64];
    private int _kept;

    /// <summary>Courses that pass all filters, before and after the place where the page begins.</summary>
    public int Total { get; private set; }

    public HitList Hits => new(_hits[.._kept]);

    public void Add(int doc, in CourseFacts facts, double score)
    {
        var verdict = filter.Judge(in facts);
        if (verdict == FacetFilter.Fails)
        {
            return;
        }

        counter.Add(in facts, verdict);
        if (verdict != FacetFilter.Passes)
        {
            return;
        }

        Total++;
        if (afterId is not null && string.CompareOrdinal(facts.Id, afterId) <= 0)
        {
            return;
        }

        if (_kept == _hits.Length)
        {
            Array.Resize(ref _hits, _kept * 2);
        }

        _hits[_kept++] = new RankedDoc(doc, order.Key(doc, in facts, score), facts.Id!);
    }
}
