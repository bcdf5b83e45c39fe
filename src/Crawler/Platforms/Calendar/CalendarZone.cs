using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>A time zone of a calendar: one that the system knows by its name, or the rules that the calendar itself gives (RFC 5545 §3.6.5).</summary>
internal sealed class CalendarZone
{
    private readonly TimeZoneInfo? system;
    private readonly IReadOnlyList<Observance> observances = [];

    public static readonly CalendarZone Utc = new(TimeZoneInfo.Utc);

    /// <summary>What names no zone is Kyiv time, as everywhere in the project.</summary>
    public static readonly CalendarZone Kyiv = Known("Europe/Kyiv") ?? Known("Europe/Kiev") ?? Utc;

    private CalendarZone(TimeZoneInfo system) => this.system = system;

    private CalendarZone(IReadOnlyList<Observance> observances) => this.observances = observances;

    /// <summary>A stretch of time with one offset, from its onset on, perhaps every year.</summary>
    private sealed record Observance(DateTime Onset, TimeSpan Offset, Recurrence? Rule)
    {
        /// <summary>The last onset not after a moment; null where it had not begun.</summary>
        public DateTime? Before(DateTime local)
        {
            if (Onset > local) return null;
            if (Rule is null) return Onset;
            var budget = 10;
            return Rule.From(Onset, local.AddYears(-1).AddDays(-7), 3, ref budget).Where(onset => onset <= local).DefaultIfEmpty(Onset).Max();
        }
    }

    /// <summary>Null for a name that the system does not know. Programs write theirs before it: <c>/citadel.org/20210210_1/Europe/Kyiv</c>.</summary>
    public static CalendarZone? Known(string name)
    {
        var parts = name.Trim().Split('/', StringSplitOptions.RemoveEmptyEntries);
        string[] names = parts.Length > 2 ? [name, string.Join('/', parts[^2..]), string.Join('/', parts[^3..])] : [name];
        foreach (var one in names)
        {
            if (one.Length is > 0 and < 100 && TimeZoneInfo.TryFindSystemTimeZoneById(one, out var zone)) return new CalendarZone(zone);
        }

        return null;
    }

    /// <summary>The zone of a VTIMEZONE; null where it gives no offset.</summary>
    public static CalendarZone? Of(CalendarPart zone)
    {
        var observances = zone.Parts
            .Where(part => part.Name is "STANDARD" or "DAYLIGHT")
            .Take(100)
            .Select(part => Offset(part.First("TZOFFSETTO")?.Value) is { } offset && CalendarTime.Local(part.First("DTSTART")?.Value) is { } onset
                ? new Observance(onset, offset, Recurrence.Parse(part.First("RRULE")?.Value))
                : null)
            .OfType<Observance>()
            .ToList();
        return observances.Count == 0 ? null : new CalendarZone(observances);
    }

    /// <summary>A local time with its offset from UTC; an hour that the clock skips in spring is moved by that hour.</summary>
    public DateTimeOffset At(DateTime local)
    {
        if (system is not null)
        {
            var real = system.IsInvalidTime(local) ? local.AddHours(1) : local;
            return new DateTimeOffset(real, system.GetUtcOffset(real));
        }

        var now = observances.Select(one => (Onset: one.Before(local), one.Offset)).Where(one => one.Onset is not null).OrderBy(one => one.Onset).LastOrDefault();
        return new DateTimeOffset(local, now.Onset is null ? observances[0].Offset : now.Offset);
    }

    // §3.3.14: +0200, -053000.
    private static TimeSpan? Offset(string? text)
    {
        if (text?.Trim() is not { Length: 5 or 7 } bare || bare[0] is not ('+' or '-') || !int.TryParse(bare.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var clock)) return null;
        var span = new TimeSpan(clock / 100, clock % 100, 0);
        return span > TimeSpan.FromHours(14) ? null : bare[0] == '-' ? -span : span;
    }
}
