namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>The middle of a few values: one odd run among them moves it little.</summary>
internal static class Median
{
    /// <summary>The upper middle of an even number; null of none.</summary>
    public static T? Of<T>(IEnumerable<T> values) where T : struct
    {
        T[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : sorted[sorted.Length / 2];
    }
}
