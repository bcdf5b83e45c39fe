using System.Globalization;
using System.Text.Json;
using System.Xml;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Dates and amounts of work of a course's instances and their schedules, as schema.org has them. Pure; what cannot be added up is handed on as it stands.</summary>
internal static class CourseTimes
{
    /// <summary>Instances that take place, each with the dates of its schedule where it has none of its own.</summary>
    public static IReadOnlyList<RawInstance>? Dates(IEnumerable<JsonElement> instances, Func<JsonElement, string, IEnumerable<JsonElement>> many)
    {
        var dates = instances
            .Select(one => new RawInstance(
                First(one, "startDate") ?? many(one, "courseSchedule").Select(schedule => First(schedule, "startDate")).FirstOrDefault(date => date is not null),
                First(one, "endDate") ?? many(one, "courseSchedule").Select(schedule => First(schedule, "endDate")).FirstOrDefault(date => date is not null),
                many(one, "offers").Select(offer => First(offer, "validFrom") ?? First(offer, "availabilityStarts")).FirstOrDefault(date => date is not null),
                many(one, "offers").Select(offer => First(offer, "validThrough") ?? First(offer, "availabilityEnds")).FirstOrDefault(date => date is not null)))
            .Where(one => one.Start is not null || one.End is not null)
            .Distinct()
            .ToList();
        return dates.Count > 0 ? dates : null;
    }

    public static bool IsCancelled(JsonElement instance) => instance.Text("eventStatus")?.EndsWith("EventCancelled", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The work of a schedule: so many lessons of so long (Google's course info); by the week where their number is not said.</summary>
    public static string? Scheduled(JsonElement schedule)
    {
        if (schedule.Text("duration") is not { } lesson || Span(lesson) is not { } span) return null;
        if (schedule.Number("repeatCount") is > 0 and < 1000 and var count) return XmlConvert.ToString(span * count);
        return schedule.Text("repeatFrequency")?.Trim().ToLowerInvariant() switch
        {
            null or "" => lesson,
            "weekly" or "p1w" or "p7d" => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours a week"),
            _ => null,
        };
    }

    /// <summary>The first text of a member that may be a list.</summary>
    public static string? First(JsonElement json, string member) => json.Member(member) switch
    {
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Select(one => LocalText.Of(one)).FirstOrDefault(text => text is not null),
        { } => json.Text(member) ?? json.Local(member),
        null => null,
    };

    private static TimeSpan? Span(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text.Trim().ToUpperInvariant()) is { Ticks: > 0 } span && span < TimeSpan.FromDays(30) ? span : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
