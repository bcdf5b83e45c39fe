using System.Globalization;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>Dates of runs are days in Kyiv, where their portals announce them.</summary>
internal static class KyivDay
{
    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Kyiv).DateTime);

    /// <summary>ISO 8601.</summary>
    public static string Iso(DateTimeOffset time) => Of(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
