using System.Diagnostics.Metrics;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>The gauge of what a process really holds: the managed memory that the newest full collection found in use, without what waits to be collected.</summary>
internal static class MemoryGauges
{
    private const int Oldest = 2;

    /// <summary>Nothing is told before the first full collection.</summary>
    public static void Add(Meter meter) => meter.CreateObservableGauge(
        "dccourseindex.memory.living", Living, "By", "Managed memory in use after the newest full collection, its young objects left out. What grows here for days is kept for ever.");

    private static IEnumerable<Measurement<long>> Living()
    {
        var newest = new[] { GC.GetGCMemoryInfo(GCKind.FullBlocking), GC.GetGCMemoryInfo(GCKind.Background) }.MaxBy(of => of.Index);
        if (newest.Index == 0)
            return [];
        long living = 0;
        // Young objects of a collection beside the work are whatever a request had in its hands: they come and go with the load.
        foreach (var generation in newest.GenerationInfo[Oldest..])
            living += generation.SizeAfterBytes - generation.FragmentationAfterBytes;
        return [new(living)];
    }
}
