namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>The zones that the events of one calendar name: those that the system knows, else those that the calendar describes, else Kyiv's. Each name is looked up once.</summary>
internal sealed class CalendarZones
{
    private readonly Dictionary<string, CalendarZone> zones = new(StringComparer.Ordinal);

    public CalendarZones(CalendarPart calendar)
    {
        foreach (var part in calendar.Parts.Where(part => part.Name == "VTIMEZONE").Take(100))
        {
            if (part.First("TZID")?.Value.Trim() is { Length: > 0 } name) zones[name] = CalendarZone.Known(name) ?? CalendarZone.Of(part) ?? CalendarZone.Kyiv;
        }
    }

    public CalendarZone Of(string? name)
    {
        if (name is null) return CalendarZone.Kyiv;
        if (!zones.TryGetValue(name, out var zone)) zones[name] = zone = CalendarZone.Known(name) ?? CalendarZone.Kyiv;
        return zone;
    }
}
