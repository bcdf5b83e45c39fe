using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Dates of a repository (§3.3): UTC, in the granularity that it takes, never both mixed.</summary>
internal static class OaiDates
{
    /// <summary>The date to ask from: one granule before the repository's own time at the last run's beginning, because a record may be written in that same moment. Null for what is no date.</summary>
    public static string? Before(string seen, bool takesSeconds)
    {
        if (!DateTimeOffset.TryParse(seen, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        return takesSeconds
            ? date.UtcDateTime.AddSeconds(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : date.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
