using System.Collections.Concurrent;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>Counts in memory how often courses are shown, until the counts are written down.</summary>
internal sealed class ShownCounts
{
    private ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Count(IReadOnlyList<CourseItem> shown)
    {
        foreach (var item in shown)
            Add(item.Id, 1);
    }

    public void Add(string id, int times) => Volatile.Read(ref counts).AddOrUpdate(id, times, (_, known) => known + times);

    /// <summary>What was counted since the last time; one that is counted at this very moment may be lost, which hurts nobody.</summary>
    public IReadOnlyDictionary<string, int> Take() => Interlocked.Exchange(ref counts, new(StringComparer.Ordinal));
}
