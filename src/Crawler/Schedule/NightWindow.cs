using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>The hours of Kyiv time in which a portal may be asked by scheduled runs; the end may lie after midnight. Pure.</summary>
public static class NightWindow
{
    /// <summary>Two times of day, such as <c>01:00-06:00</c> or <c>22:30-05:00</c>; null where the text says nothing of the kind.</summary>
    public static (TimeOnly From, TimeOnly To)? Parse(string text) => SourceValues.Window(text);

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
        return Next(hours.From, local) - now;
    }

    /// <summary>How long the window stays open from now on; zero while it is shut, null where there is none.</summary>
    public static TimeSpan? UntilClosed((TimeOnly From, TimeOnly To)? window, DateTimeOffset now)
    {
        if (window is not { } hours)
        {
            return null;
        }
        var local = TimeZoneInfo.ConvertTime(now, CronText.Kyiv);
        return Contains(window, TimeOnly.FromTimeSpan(local.TimeOfDay)) ? Next(hours.To, local) - now : TimeSpan.Zero;
    }

    /// <summary>The next coming of a time of day after a moment of Kyiv time.</summary>
    private static DateTimeOffset Next(TimeOnly time, DateTimeOffset local)
    {
        var date = DateOnly.FromDateTime(local.DateTime).AddDays(time > TimeOnly.FromTimeSpan(local.TimeOfDay) ? 0 : 1);
        var comes = date.ToDateTime(time, DateTimeKind.Unspecified);
        // The hour that the clocks skip in spring: it comes as soon as that is over.
        var exists = CronText.Kyiv.IsInvalidTime(comes) ? comes.AddHours(1) : comes;
        return new DateTimeOffset(exists, CronText.Kyiv.GetUtcOffset(exists));
    }
}
