using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>A date or a local time with its zone, as calendars write them (RFC 5545 §3.3.4 and 5).</summary>
internal sealed record CalendarTime(DateTime Clock, bool IsDate, CalendarZone Zone)
{
    private static readonly string[] Forms = ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    public DateTimeOffset Moment => Zone.At(Clock);

    /// <summary>As portals' dates are handed on: a date alone, or a time with its offset.</summary>
    public string Written => IsDate ? Clock.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The clock's time without judging its zone; null for what is none, and outside 1900 to 2200.</summary>
    public static DateTime? Local(string? text) =>
        DateTime.TryParseExact(text?.Trim().TrimEnd('Z', 'z'), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 1900 and <= 2200 ? local : null;

    /// <summary>One value; null where it cannot be read.</summary>
    public static CalendarTime? Of(string? value, string? zoneName, CalendarZones zones)
    {
        if (Local(value) is not { } local) return null;
        var bare = value!.Trim();
        if (!bare.Contains('T', StringComparison.OrdinalIgnoreCase)) return new CalendarTime(local, true, CalendarZone.Kyiv);
        if (bare.EndsWith('Z') || bare.EndsWith('z')) return new CalendarTime(local, false, CalendarZone.Utc);
        return new CalendarTime(local, false, zones.Of(zoneName));
    }

    /// <summary>Every value of a line that lists several (EXDATE, RDATE); of periods their beginnings.</summary>
    public static IEnumerable<CalendarTime> All(ContentLine line, CalendarZones zones) =>
        line.Value.Split(',').Take(1000).Select(value => Of(value.Split('/')[0], line.Parameter("TZID"), zones)).OfType<CalendarTime>();
}
