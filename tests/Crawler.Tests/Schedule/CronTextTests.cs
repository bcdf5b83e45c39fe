using DcCourseIndex.Crawler.Schedule;

namespace DcCourseIndex.Crawler.Tests.Schedule;

public sealed class CronTextTests
{
    [Theory]
    [InlineData("20 2 * * *", "2026-11-21T12:00:00+02:00", "2026-11-22T02:20:00+02:00")]
    [InlineData("0 20 2 * * *", "2026-11-21T12:00:00+02:00", "2026-11-22T02:20:00+02:00")]
    [InlineData("30 15 20 2 * * *", "", "")]
    [InlineData("15 20 2 * * *", "2026-11-21T12:00:00+02:00", "2026-11-22T02:20:15+02:00")]
    [InlineData("0 2 * * MON-FRI", "2026-11-21T12:00:00+02:00", "2026-11-23T02:00:00+02:00")]
    [InlineData("0 2 * * sun", "2026-11-21T12:00:00+02:00", "2026-11-22T02:00:00+02:00")]
    [InlineData("0 2 1 * *", "2026-11-21T12:00:00+02:00", "2026-12-01T02:00:00+02:00")]
    [InlineData("0 2 ? * MON", "2026-11-21T12:00:00+02:00", "2026-11-23T02:00:00+02:00")]
    [InlineData("*/15 * * * *", "2026-11-21T12:01:00+02:00", "2026-11-21T12:15:00+02:00")]
    [InlineData("0 1,5 * * *", "2026-11-21T02:00:00+02:00", "2026-11-21T05:00:00+02:00")]
    [InlineData("0 2 29 2 *", "2026-11-21T02:00:00+02:00", "2028-02-29T02:00:00+02:00")]
    public void A_schedule_means_kyiv_time(string text, string after, string next)
    {
        if (after.Length == 0)
        {
            Assert.NotNull(CronText.Check(text));
            return;
        }
        Assert.Null(CronText.Check(text));
        Assert.Equal(DateTimeOffset.Parse(next, null), CronText.NextAfter(text, DateTimeOffset.Parse(after, null)));
    }

    [Theory]
    [InlineData("", "0 fields")]
    [InlineData("20 2 * *", "4 fields")]
    [InlineData("20 2 * * * * *", "7 fields")]
    [InlineData("20 2 * * 1", "by name")]
    [InlineData("20 2 * * 1-5", "by name")]
    [InlineData("20 2 * * MON#2", "by name")]
    [InlineData("20 2 1 * MON", "write * for one of them")]
    [InlineData("99 2 * * *", "minute 99")]
    [InlineData("20 24 * * *", "hour 24")]
    [InlineData("0 2 0 * *", "day of the month 0")]
    [InlineData("0 2 * 13 *", "month 13")]
    [InlineData("0 2 30 2 *", "no day is ever like that")]
    [InlineData("a b * * *", "20 2 * * *")]
    [InlineData("0 2 * * ПН", "20 2 * * *")]
    [InlineData("99999999999999999999 2 * * *", "does not exist")]
    public void What_is_no_schedule_is_named_with_the_remedy(string text, string remedy)
    {
        Assert.Contains(remedy, CronText.Check(text), StringComparison.Ordinal);
        Assert.Null(CronText.NextAfter(text, DateTimeOffset.UnixEpoch));
    }

    [Theory]
    // 28 March 2027: from 03:00 to 04:00 there is no time; 31 October 2027: 03:00 to 04:00 comes twice.
    [InlineData("30 3 * * *", "2027-03-27T12:00:00+02:00", "2027-03-28T04:00:00+03:00", "2027-03-29T03:30:00+03:00")]
    [InlineData("0 3 * * *", "2027-03-27T12:00:00+02:00", "2027-03-28T04:00:00+03:00", "2027-03-29T03:00:00+03:00")]
    [InlineData("30 2 * * *", "2027-03-27T12:00:00+02:00", "2027-03-28T02:30:00+02:00", "2027-03-29T02:30:00+03:00")]
    [InlineData("0 4 * * *", "2027-03-27T12:00:00+02:00", "2027-03-28T04:00:00+03:00", "2027-03-29T04:00:00+03:00")]
    [InlineData("30 3 * * *", "2027-10-30T12:00:00+03:00", "2027-10-31T03:30:00+03:00", "2027-11-01T03:30:00+02:00")]
    [InlineData("0 3 * * *", "2027-10-30T12:00:00+03:00", "2027-10-31T03:00:00+03:00", "2027-11-01T03:00:00+02:00")]
    [InlineData("0 4 * * *", "2027-10-30T12:00:00+03:00", "2027-10-31T04:00:00+02:00", "2027-11-01T04:00:00+02:00")]
    [InlineData("30 3 * * SUN", "2027-03-27T12:00:00+02:00", "2027-03-28T04:00:00+03:00", "2027-04-04T03:30:00+03:00")]
    public void A_night_on_which_the_clocks_change_has_one_run(string text, string after, string first, string second)
    {
        var run = CronText.NextAfter(text, DateTimeOffset.Parse(after, null));
        Assert.Equal(DateTimeOffset.Parse(first, null), run);
        Assert.Equal(DateTimeOffset.Parse(second, null), CronText.NextAfter(text, run!.Value));
    }
}
