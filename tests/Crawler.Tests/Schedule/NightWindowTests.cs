using DcCourseIndex.Crawler.Schedule;

namespace DcCourseIndex.Crawler.Tests.Schedule;

public sealed class NightWindowTests
{
    [Theory]
    [InlineData("01:00", "06:00", "00:59", false)]
    [InlineData("01:00", "06:00", "01:00", true)]
    [InlineData("01:00", "06:00", "05:59", true)]
    [InlineData("01:00", "06:00", "06:00", false)]
    [InlineData("22:30", "05:00", "22:29", false)]
    [InlineData("22:30", "05:00", "22:30", true)]
    [InlineData("22:30", "05:00", "00:00", true)]
    [InlineData("22:30", "05:00", "04:59", true)]
    [InlineData("22:30", "05:00", "05:00", false)]
    [InlineData("22:30", "05:00", "12:00", false)]
    public void A_window_may_reach_over_midnight(string from, string to, string time, bool inside) =>
        Assert.Equal(inside, NightWindow.Contains((TimeOnly.Parse(from, null), TimeOnly.Parse(to, null)), TimeOnly.Parse(time, null)));

    [Fact]
    public void Without_a_window_every_time_is_right()
    {
        Assert.True(NightWindow.Contains(null, new TimeOnly(12, 0)));
        Assert.Equal(TimeSpan.Zero, NightWindow.UntilOpen(null, DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("01:00", "06:00", "2026-11-21T03:00:00+02:00", "2026-11-21T03:00:00+02:00")]
    [InlineData("01:00", "06:00", "2026-11-21T00:20:00+02:00", "2026-11-21T01:00:00+02:00")]
    [InlineData("01:00", "06:00", "2026-11-21T12:00:00+02:00", "2026-11-22T01:00:00+02:00")]
    [InlineData("22:30", "05:00", "2026-11-21T12:00:00+02:00", "2026-11-21T22:30:00+02:00")]
    [InlineData("01:00", "06:00", "2026-11-20T23:30:00Z", "2026-11-20T23:30:00Z")]
    [InlineData("03:30", "06:00", "2027-03-28T01:00:00+02:00", "2027-03-28T04:30:00+03:00")]
    [InlineData("05:00", "06:00", "2027-10-31T01:00:00+03:00", "2027-10-31T05:00:00+02:00")]
    public void A_run_waits_until_the_window_opens_in_kyiv(string from, string to, string now, string opens)
    {
        var at = DateTimeOffset.Parse(now, null);
        var wait = NightWindow.UntilOpen((TimeOnly.Parse(from, null), TimeOnly.Parse(to, null)), at);
        Assert.Equal(DateTimeOffset.Parse(opens, null), at + wait);
    }

    [Theory]
    [InlineData("01:00", "06:00", "2026-11-21T03:00:00+02:00", "2026-11-21T06:00:00+02:00")]
    [InlineData("01:00", "06:00", "2026-11-21T12:00:00+02:00", "2026-11-21T12:00:00+02:00")]
    [InlineData("22:30", "05:00", "2026-11-21T23:00:00+02:00", "2026-11-22T05:00:00+02:00")]
    [InlineData("01:00", "03:30", "2027-03-28T01:00:00+02:00", "2027-03-28T04:30:00+03:00")]
    public void A_run_is_over_when_the_window_closes_in_kyiv(string from, string to, string now, string closes)
    {
        var at = DateTimeOffset.Parse(now, null);
        Assert.Equal(DateTimeOffset.Parse(closes, null), at + NightWindow.UntilClosed((TimeOnly.Parse(from, null), TimeOnly.Parse(to, null)), at));
        Assert.Null(NightWindow.UntilClosed(null, at));
    }
}
