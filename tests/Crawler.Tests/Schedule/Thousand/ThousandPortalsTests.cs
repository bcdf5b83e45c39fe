using System.Globalization;
using DcCourseIndex.Crawler.Schedule;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Schedule.Thousand;

/// <summary>
/// Nights of a thousand portals by a clock that leaps. <c>DCCOURSEINDEX_NIGHTS=1</c> adds those that take the processor longer: the first harvest of five million courses.
/// </summary>
public sealed class ThousandPortalsTests(ITestOutputHelper output)
{
    private static readonly (TimeOnly, TimeOnly) Hours = (new(1, 0), new(6, 0));

    // Noon in Kyiv, so that every schedule is yet to come.
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_night_of_a_thousand_portals_and_five_million_courses_ends_before_morning_but_for_the_largest()
    {
        var clock = new NightClock(Noon);
        var street = new ThousandPortals(clock, seed: 1, portals: 1_000, courses: 5_000_000, processors: 2, first: false, Hours);

        clock.RunUntil(Noon.AddHours(18), street.Begin);

        Tell(street, clock);
        Assert.InRange(street.Portals.Count(portal => portal.Ended is not null), 990, 1_000);
        Assert.All(street.Portals.SelectMany(portal => portal.Moments), at => Assert.Equal(TimeSpan.Zero, NightWindow.UntilOpen(Hours, at)));
        Assert.All(street.Portals.GroupBy(portal => portal.Host), host => Assert.All(Pauses(host), pause => Assert.True(pause >= TimeSpan.FromSeconds(3), $"{host.Key}: {pause}")));
    }

    [Fact]
    public void What_one_night_is_too_short_for_goes_on_in_the_next()
    {
        var clock = new NightClock(Noon);
        var street = new ThousandPortals(clock, seed: 2, portals: 40, courses: 200_000, processors: 2, first: true, Hours);

        clock.RunUntil(Noon.AddDays(10), street.Begin);

        Tell(street, clock);
        Assert.All(street.Portals, portal => Assert.NotNull(portal.Ended));
        Assert.Contains(street.Portals, portal => portal.Nights > 1);
        Assert.All(street.Portals, portal => Assert.Equal(portal.Requests, portal.Moments.Count - CutOff(portal)));
    }

    [NightsFact]
    public void The_first_harvest_of_five_million_courses_takes_the_largest_portals_many_nights()
    {
        foreach (var processors in new[] { 2, 4, 8 })
        {
            var clock = new NightClock(Noon);
            var street = new ThousandPortals(clock, seed: 1, portals: 1_000, courses: 5_000_000, processors, first: true, Hours);
            clock.RunUntil(Noon.AddDays(40), street.Begin);
            Tell(street, clock);
            Assert.All(street.Portals.OrderBy(portal => portal.Requests).Take(800), portal => Assert.NotNull(portal.Ended));
        }
    }

    // A request that its hours cut off is made again in the next ones.
    private static int CutOff(ThousandPortals.Portal portal) => portal.Moments.Count - portal.Requests is var more && more >= 0 && more < portal.Nights ? more : 0;

    private static IEnumerable<TimeSpan> Pauses(IEnumerable<ThousandPortals.Portal> host)
    {
        var moments = host.SelectMany(portal => portal.Moments).Order().ToList();
        return moments.Zip(moments.Skip(1), (one, next) => next - one);
    }

    private void Tell(ThousandPortals street, NightClock clock)
    {
        var ended = street.Portals.Where(portal => portal.Ended is not null).Select(portal => portal.Ended!.Value).Order().ToList();
        var nights = street.Portals.Select(portal => portal.Ended is null ? int.MaxValue : portal.Nights).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {street.Portals.Count} portals, {street.Portals.Sum(portal => (long)portal.Courses)} courses, the largest {street.Portals.Max(portal => portal.Courses)}, the median {street.Portals.Select(portal => portal.Courses).Order().ElementAt(street.Portals.Count / 2)}
            {street.Portals.Sum(portal => portal.Moments.Count)} requests of {street.Portals.Sum(portal => (long)portal.Requests)}, at most {street.MostAtOnce} portals at once
            ended by {clock.GetUtcNow():MM-dd HH:mm}: {ended.Count}; half by {Kyiv(ended, 0.5)}, 90 % by {Kyiv(ended, 0.9)}, 99 % by {Kyiv(ended, 0.99)}, the last by {Kyiv(ended, 1)}
            nights: half {nights[nights.Count / 2]}, 90 % {nights[nights.Count * 9 / 10]}, 99 % {nights[nights.Count * 99 / 100]}, most {nights.Where(night => night < int.MaxValue).Max()}, not ended {nights.Count(night => night == int.MaxValue)}
            processors worked {street.Processors.Worked.TotalMinutes:0.0} min, waited for at most {street.Processors.LongestWait.TotalSeconds:0.0} s; the writer {street.Writer.Worked.TotalMinutes:0.0} min, waited for at most {street.Writer.LongestWait.TotalSeconds:0.0} s
            """));
    }

    private static string Kyiv(List<DateTimeOffset> sorted, double part) => sorted.Count == 0 ? "-" :
        TimeZoneInfo.ConvertTime(sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))], CronText.Kyiv).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Runs where it is asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NightsFactAttribute : FactAttribute
{
    public NightsFactAttribute() => Skip = Environment.GetEnvironmentVariable("DCCOURSEINDEX_NIGHTS") == "1" ? null : "Some ten million leaps of a clock; DCCOURSEINDEX_NIGHTS=1 makes them.";
}
