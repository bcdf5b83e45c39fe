using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>
/// A rule of recurrence (RFC 5545 §3.3.10) by days, weeks, months or years, as people plan trainings. Rules by the second, minute or hour, or by number of week or day
/// of the year, are not followed: then only the first date is known. Pure; every walk is bounded by the caller's budget of periods.
/// </summary>
internal sealed record Recurrence
{
    private enum Unit { Day, Week, Month, Year }

    private Unit Every { get; init; }
    private int Interval { get; init; } = 1;
    private int? Count { get; init; }
    private DateTime? Until { get; init; }
    private IReadOnlyList<(int Place, DayOfWeek Day)> Days { get; init; } = [];
    private IReadOnlyList<int> MonthDays { get; init; } = [];
    private IReadOnlyList<int> Months { get; init; } = [];
    private IReadOnlyList<int> Places { get; init; } = [];
    private DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Null for no rule and for one that is not followed.</summary>
    public static Recurrence? Parse(string? text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2) is [var name, var value]) parts.TryAdd(name.Trim(), value.Trim().ToUpperInvariant());
        }

        Unit? every = parts.GetValueOrDefault("FREQ") switch { "DAILY" => Unit.Day, "WEEKLY" => Unit.Week, "MONTHLY" => Unit.Month, "YEARLY" => Unit.Year, _ => null };
        if (every is not { } unit || parts.Keys.Any(name => name.ToUpperInvariant() is "BYWEEKNO" or "BYYEARDAY" or "BYHOUR" or "BYMINUTE" or "BYSECOND")) return null;
        return new Recurrence
        {
            Every = unit,
            Interval = Numbers(parts, "INTERVAL") is [> 0 and < 10_000 and var interval] ? interval : 1,
            Count = Numbers(parts, "COUNT") is [> 0 and var count] ? count : null,
            Until = CalendarTime.Local(parts.GetValueOrDefault("UNTIL")) is { } until ? parts["UNTIL"].Contains('T', StringComparison.Ordinal) ? until : until.AddDays(1).AddSeconds(-1) : null,
            Days = [.. parts.GetValueOrDefault("BYDAY", "").Split(',').Select(Day).OfType<(int, DayOfWeek)>().Distinct()],
            MonthDays = Numbers(parts, "BYMONTHDAY"),
            Months = Numbers(parts, "BYMONTH"),
            Places = Numbers(parts, "BYSETPOS"),
            WeekStart = Day(parts.GetValueOrDefault("WKST", "MO")) is (0, var first) ? first : DayOfWeek.Monday,
        };
    }

    /// <summary>The first <paramref name="most"/> dates not before <paramref name="from"/>, in the clock's time of <paramref name="start"/>; fewer where the rule or the budget ends.</summary>
    public List<DateTime> From(DateTime start, DateTime from, int most, ref int budget)
    {
        var dates = new List<DateTime>();
        // Only a rule that counts must be walked from its beginning.
        var (period, counted) = (Count is null ? Math.Max(0, Periods(start, from) - 1) : 0, 0);
        for (; dates.Count < most && budget > 0 && PeriodStart(start, period) is { } begin; period++)
        {
            budget--;
            foreach (var date in Chosen(begin, start).Where(date => date >= start))
            {
                if (date > Until || ++counted > Count) return dates;
                if (date >= from && dates.Count < most) dates.Add(date);
            }
        }

        return dates;
    }

    private int Periods(DateTime start, DateTime from)
    {
        var units = Every switch
        {
            Unit.Day => (from - start).TotalDays,
            Unit.Week => (from - start).TotalDays / 7,
            Unit.Month => ((from.Year - start.Year) * 12.0) + from.Month - start.Month,
            _ => from.Year - start.Year,
        };
        return units <= 0 ? 0 : (int)(units / Interval);
    }

    private DateTime? PeriodStart(DateTime start, int period)
    {
        var steps = (long)period * Interval;
        if (steps > 150_000) return null;
        return Every switch
        {
            Unit.Day => start.AddDays(steps),
            Unit.Week => start.AddDays((7 * steps) - (((int)start.DayOfWeek - (int)WeekStart + 7) % 7)),
            Unit.Month when steps > 3600 => null,
            Unit.Month => start.AddDays(1 - start.Day).AddMonths((int)steps),
            _ when steps > 300 => null,
            _ => start.AddDays(1 - start.Day).AddMonths(1 - start.Month).AddYears((int)steps),
        };
    }

    private List<DateTime> Chosen(DateTime begin, DateTime start)
    {
        var dates = Candidates(begin, start).Where(date => Months.Count == 0 || Months.Contains(date.Month)).Distinct().Order().ToList();
        return Places.Count == 0 ? dates : [.. Places.Select(place => place > 0 ? place - 1 : dates.Count + place).Where(i => i >= 0 && i < dates.Count).Distinct().Order().Select(i => dates[i])];
    }

    private IEnumerable<DateTime> Candidates(DateTime begin, DateTime start) => Every switch
    {
        Unit.Day => IsMonthDay(begin) && (Days.Count == 0 || Days.Any(day => day.Day == begin.DayOfWeek)) ? [begin] : [],
        Unit.Week => Enumerable.Range(0, 7).Select(i => begin.AddDays(i)).Where(date => Days.Count == 0 ? date.DayOfWeek == start.DayOfWeek : Days.Any(day => day.Day == date.DayOfWeek)),
        Unit.Month => InMonth(begin, start),
        _ when Days.Count > 0 && Months.Count == 0 && MonthDays.Count == 0 => InSpan(begin, begin.AddYears(1)),
        _ when Months.Count == 0 && MonthDays.Count == 0 => InMonth(begin.AddMonths(start.Month - 1), start),
        _ => Enumerable.Range(0, 12).Select(i => begin.AddMonths(i)).Where(month => Months.Count == 0 || Months.Contains(month.Month)).SelectMany(month => InMonth(month, start)),
    };

    private IEnumerable<DateTime> InMonth(DateTime month, DateTime start)
    {
        if (Days.Count > 0) return InSpan(month, month.AddMonths(1)).Where(IsMonthDay);
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        int[] days = MonthDays.Count > 0 ? [.. MonthDays.Select(day => day < 0 ? length + 1 + day : day)] : [start.Day];
        return days.Where(day => day >= 1 && day <= length).Select(day => month.AddDays(day - 1));
    }

    // «1MO» is the first Monday of the span, «-1FR» its last Friday, «TU» every Tuesday.
    private IEnumerable<DateTime> InSpan(DateTime begin, DateTime end)
    {
        foreach (var (place, day) in Days)
        {
            var all = new List<DateTime>();
            for (var date = begin.AddDays(((int)day - (int)begin.DayOfWeek + 7) % 7); date < end; date = date.AddDays(7)) all.Add(date);
            if (place == 0) foreach (var date in all) yield return date;
            else if ((place > 0 ? place - 1 : all.Count + place) is >= 0 and var i && i < all.Count) yield return all[i];
        }
    }

    private bool IsMonthDay(DateTime date) =>
        MonthDays.Count == 0 || MonthDays.Contains(date.Day) || MonthDays.Contains(date.Day - DateTime.DaysInMonth(date.Year, date.Month) - 1);

    private static (int Place, DayOfWeek Day)? Day(string text)
    {
        var day = text.Trim().Length < 2 ? -1 : Array.IndexOf(["SU", "MO", "TU", "WE", "TH", "FR", "SA"], text.Trim()[^2..]);
        if (day < 0) return null;
        return text.Trim()[..^2] is { Length: > 0 } place
            ? int.TryParse(place, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -53 and <= 53 ? (number, (DayOfWeek)day) : null
            : (0, (DayOfWeek)day);
    }

    private static IReadOnlyList<int> Numbers(Dictionary<string, string> parts, string name) =>
        [.. parts.GetValueOrDefault(name, "").Split(',').Take(100).Select(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).OfType<int>()];
}
