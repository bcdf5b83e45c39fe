using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>What a calendar offers from a moment on. <paramref name="Cancelled"/> and <paramref name="Over"/> are identifiers of trainings that are not offered any more.</summary>
internal sealed record CalendarOffer(IReadOnlyList<RawListing> Listings, IReadOnlyList<string> Cancelled, IReadOnlyList<string> Over, IReadOnlyList<Refusal> Refusals);

/// <summary>Joins the events of a calendar to courses: a series with its exceptions is one course with its next dates. Pure for one moment.</summary>
internal static class CalendarCourses
{
    /// <summary>Dates of one course at most.</summary>
    public const int MostDates = 12;

    // Periods of all rules of a calendar together; trainings need a few each, a calendar made to keep us busy gets no more.
    private const int Budget = 200_000;

    /// <param name="categories">Of the source file; empty: all events.</param>
    public static CalendarOffer Of(IEnumerable<CalendarPart> calendars, Uri address, DateTimeOffset now, IReadOnlyList<string> categories)
    {
        var (listings, cancelled, over, refusals) = (new List<RawListing>(), new List<string>(), new List<string>(), new List<Refusal>());
        var budget = Budget;
        foreach (var calendar in calendars)
        {
            var zones = new CalendarZones(calendar);
            var takenBack = calendar.First("METHOD")?.Value.Trim().Equals("CANCEL", StringComparison.OrdinalIgnoreCase) == true;
            var events = calendar.Parts.Where(part => part.Name == "VEVENT").Select(part => new CalendarEvent(part, zones, address)).ToList();
            foreach (var course in events.Where(one => one.Id is not null && !one.IsPrivate).GroupBy(one => one.Id!, StringComparer.Ordinal))
            {
                var series = Newest(course.Where(one => one.Instead is null)) ?? course.First();
                if (categories.Count > 0 && !course.SelectMany(one => one.Categories).Any(name => categories.Any(wanted => Words.Same(wanted, name)))) continue;
                if (takenBack || series.IsCancelled) cancelled.Add(course.Key);
                else if (series.Title is null || series.Start is null) refusals.Add(Refused(address, course.Key, "has no title or no date"));
                else if (Dates(series, course, now, ref budget) is { Count: > 0 } dates && series.Listing(dates) is { } listing) listings.Add(listing);
                else over.Add(course.Key);
            }

            refusals.AddRange(events.Where(one => one.Id is null).Take(20).Select(_ => Refused(address, null, "has neither identifier nor title")));
        }

        return new CalendarOffer([.. listings.DistinctBy(listing => listing.Id)], [.. cancelled.Distinct()], [.. over.Distinct()], refusals);
    }

    // A changed event is sent beside the old one by some programs (§3.8.7.4).
    private static CalendarEvent? Newest(IEnumerable<CalendarEvent> events) => events.OrderBy(one => one.Sequence).LastOrDefault();

    private static List<RawInstance> Dates(CalendarEvent series, IEnumerable<CalendarEvent> all, DateTimeOffset now, ref int budget)
    {
        var start = series.Start!;
        var changed = new Dictionary<DateTimeOffset, CalendarEvent>();
        // Without identifiers, events of one title are dates of one training.
        var others = new List<CalendarEvent>();
        foreach (var one in all.OrderBy(one => one.Sequence))
        {
            if (one.Instead is { } instead) changed[instead.Moment] = one;
            else if (!ReferenceEquals(one, series) && one.Start is not null && !one.IsCancelled && one.Start.Moment != start.Moment && one.Sequence == series.Sequence) others.Add(one);
        }

        var without = series.Without.Select(one => one.Moment).ToHashSet();
        var dates = new List<(CalendarTime Start, TimeSpan Length)>();
        foreach (var date in Reckoned(series, now, changed.Count, ref budget).Concat(series.Also.Take(1000)))
        {
            if (without.Contains(date.Moment) || series.Without.Any(one => one.IsDate && one.Clock.Date == date.Clock.Date) || changed.ContainsKey(date.Moment)) continue;
            dates.Add((date, series.Length));
        }

        dates.AddRange(changed.Values.Concat(others).Where(one => !one.IsCancelled && one.Start is not null).Select(one => (one.Start!, one.Length)));
        return [.. dates.Where(date => End(date) >= now).OrderBy(date => date.Start.Moment).Select(Instance).Distinct().Take(MostDates)];
    }

    private static IEnumerable<CalendarTime> Reckoned(CalendarEvent series, DateTimeOffset now, int changed, ref int budget)
    {
        var start = series.Start!;
        if (series.Rule is not { } rule) return [start];
        // Some dates fall out again as exceptions. A day's margin stands for the zones.
        var most = MostDates + Math.Min(changed + series.Without.Count, 400);
        return rule.From(start.Clock, now.UtcDateTime - series.Length - TimeSpan.FromDays(1), most, ref budget).Select(clock => start with { Clock = clock });
    }

    private static DateTimeOffset End((CalendarTime Start, TimeSpan Length) date) => date.Start.IsDate ? date.Start.Zone.At(date.Start.Clock + date.Length) : date.Start.Moment + date.Length;

    // The end of whole days is the day after them (§3.8.2.2).
    private static RawInstance Instance((CalendarTime Start, TimeSpan Length) date) => new(
        date.Start.Written,
        date.Length <= TimeSpan.Zero ? null
            : date.Start.IsDate ? (date.Start with { Clock = date.Start.Clock + date.Length - TimeSpan.FromDays(1) }).Written
            : (date.Start.Moment + date.Length).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    private static Refusal Refused(Uri address, string? id, string why) => new(id, $"{address}: an event{(id is null ? "" : $" «{id}»")} {why}; tell the calendar's owner.", address.AbsoluteUri);
}
