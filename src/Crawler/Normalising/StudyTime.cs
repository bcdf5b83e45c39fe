using System.Globalization;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Workload and length of a course from two fields that portals fill as they like; only what is clear is taken.</summary>
internal static class StudyTime
{
    /// <summary>Hours of work (<c>PT12H</c>) and length (<c>P4W</c>) as ISO 8601 durations, null where not clear. Hours a week become hours where the weeks are known.</summary>
    public static (string? Workload, string? Duration) Of(string? workload, string? duration)
    {
        var (work, length) = (TimeWords.Read(workload), TimeWords.Read(duration));
        var weeks = length.Weeks ?? work.Weeks;
        var total = work.Minutes
            ?? ((work.WeeklyMinutes ?? length.WeeklyMinutes) is { } weekly && weeks is { } count ? weekly * count : (int?)null)
            ?? length.Minutes;
        return (
            work.Iso is { } said && said.Contains('T', StringComparison.Ordinal) ? said : Minutes(total),
            length.Iso ?? length.Calendar ?? work.Calendar ?? (length.WeeklyMinutes is null ? Minutes(length.Minutes) : null));
    }

    private static string? Minutes(int? minutes) => minutes switch
    {
        null or 0 => null,
        { } all when all % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"PT{all / 60}H"),
        { } all when all < 60 => string.Create(CultureInfo.InvariantCulture, $"PT{all}M"),
        { } all => string.Create(CultureInfo.InvariantCulture, $"PT{all / 60}H{all % 60}M"),
    };
}
