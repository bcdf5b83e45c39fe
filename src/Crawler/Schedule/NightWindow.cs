namespace DcCourseIndex.Crawler.Schedule;

/// <summary>The hours of Kyiv time in which a portal may be asked by scheduled runs; the end may lie after midnight. Pure.</summary>
public static class NightWindow
{
    /// <summary>Whether a time of day lies inside; the first minute does, the last does not. No window contains every time.</summary>
    public static bool Contains((TimeOnly From, TimeOnly To)? window, TimeOnly time) =>
        window is not { } hours || time.IsBetween(hours.From, hours.To);

    /// <summary>How long to wait from now until the window is open; zero while it is.</summary>
    public static TimeSpan UntilOpen((TimeOnly From, TimeOnly To)? window, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, CronText.Kyiv);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (window is not { } hours || Contains(window, time))
        {
            return TimeSpan.Zero;
        }
        var date = DateOnly.FromDateTime(local.DateTime).AddDays(hours.From > time ? 0 : 1);
        var opens = date.ToDateTime(hours.From, DateTimeKind.Unspecified);
        // The hour that the clocks skip in spring: open as soon as it is over.
        var exists = CronText.Kyiv.IsInvalidTime(opens) ? opens.AddHours(1) : opens;
        return new DateTimeOffset(exists, CronText.Kyiv.GetUtcOffset(exists)) - now;
    }
}
