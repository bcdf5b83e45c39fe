using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>The order of one answer: a number for each course, smaller first, equal ones by id.</summary>
internal sealed class HitOrder(SortOrder sort, FactTable table, Func<int[]> titleRanks, DateOnly today)
{
    private readonly int[] _titles = sort == SortOrder.Title ? titleRanks() : [];
    private readonly double[] _starts = sort == SortOrder.Start ? Starts(table, today) : [];

    public SortOrder Sort => sort;

    public double Key(int doc, in CourseFacts facts, double score) => sort switch
    {
        SortOrder.Relevance => -score,
        SortOrder.Newest => -facts.FirstSeen,
        SortOrder.Start => _starts[facts.Codes[FacetKeys.Column(Facet.Start)]],
        SortOrder.Duration => facts.Minutes,
        SortOrder.Title => _titles[doc],
        _ => 0,
    };

    // Undated courses come last.
    private static double[] Starts(FactTable table, DateOnly today)
    {
        var keys = table.Keys[FacetKeys.Column(Facet.Start)].Span;
        var starts = new double[keys.Length];
        for (var code = 0; code < starts.Length; code++)
        {
            starts[code] = Schedule.Read(keys[code]).NextStart(today)?.DayNumber ?? double.MaxValue;
        }

        return starts;
    }
}
