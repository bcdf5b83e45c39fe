using System.Globalization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>When a course runs, as days in Ukraine; kept as one short text so that courses with equal dates share it.</summary>
internal sealed class Schedule
{
    private const string SelfPaced = "self";
    private static readonly TimeZoneInfo Kyiv = FindKyiv();
    private readonly bool _selfPaced;
    private readonly List<(DateOnly? Start, DateOnly? End)> _runs = [];

    private Schedule(string text)
    {
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == SelfPaced)
            {
                _selfPaced = true;
                continue;
            }

            var slash = part.IndexOf('/', StringComparison.Ordinal);
            _runs.Add((Day(part[..slash]), Day(part[(slash + 1)..])));
        }
    }

    /// <summary>The day it is in Ukraine.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The schedule of a course as text; empty where nothing is known.</summary>
    public static string Text(Course course)
    {
        var parts = course.Instances
            .Where(run => run.Start is not null || run.End is not null)
            .Select(run => $"{Day(run.Start)}/{Day(run.End)}");
        return string.Join(' ', course.Mode == CourseMode.SelfPaced ? parts.Prepend(SelfPaced) : parts);
    }

    public static Schedule Read(string text) => new(text);

    /// <summary>The values of <see cref="Facet.Start"/>; a course that runs now and starts again later has both.</summary>
    public IReadOnlyList<string> Buckets(DateOnly today)
    {
        List<string> values = [];
        if (_selfPaced || _runs.Any(run => (run.Start is null || run.Start <= today) && (run.End is null || run.End >= today)))
        {
            values.Add("now");
        }

        if (_runs.Any(run => run.Start > today))
        {
            values.Add("upcoming");
        }

        return values.Count > 0 ? values : _runs.Count > 0 ? ["past"] : ["unknown"];
    }

    /// <summary>The first start from today on; null where there is none.</summary>
    public DateOnly? NextStart(DateOnly today) => _runs.Where(run => run.Start >= today).Min(run => run.Start);

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Kyiv).DateTime);

    private static string Day(DateTimeOffset? instant) =>
        instant is { } known ? DayOf(known).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Older time zone data know the city by its former spelling only.
    private static TimeZoneInfo FindKyiv() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Kiev");
}
