namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Segments one after another in time: what a later one holds, or says has gone, is dead in the earlier ones.</summary>
internal static class SegmentList
{
    public static IReadOnlyList<LivingSegment> Living(IEnumerable<Segment> oldestFirst)
    {
        List<LivingSegment> living = [];
        foreach (var segment in oldestFirst)
        {
            for (var at = 0; at < living.Count; at++)
            {
                living[at] = living[at].Without(segment.Held.Concat(segment.Gone));
            }

            living.Add(LivingSegment.Of(segment));
        }

        return living;
    }

    /// <summary>One segment of several neighbours. Where older ones stand before it, it still says what has gone.</summary>
    public static Segment Fold(IReadOnlyList<LivingSegment> neighbours, bool isFirst)
    {
        var folded = Folding.Fold(neighbours);
        if (isFirst)
        {
            return folded;
        }

        var held = folded.Held.ToHashSet();
        return folded.With([.. neighbours.SelectMany(segment => segment.Segment.Gone).Where(doc => !held.Contains(doc)).Distinct().Order()]);
    }
}
