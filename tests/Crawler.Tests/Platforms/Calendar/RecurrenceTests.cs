using System.Globalization;
using DcCourseIndex.Crawler.Platforms.Calendar;

namespace DcCourseIndex.Crawler.Tests.Platforms.Calendar;

/// <summary>Rules of recurrence; most of the cases are those of RFC 5545 §3.8.5.3.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02", "1997-09-02 1997-09-12 1997-09-22")]
    [InlineData("FREQ=DAILY;UNTIL=19970904T000000Z", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("FREQ=DAILY;UNTIL=19970904", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,TH;WKST=SU", "1997-09-02", "1997-09-02 1997-09-04 1997-09-16 1997-09-18")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22", "1997-09-22 1997-10-20 1997-11-17")]
    [InlineData("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=-3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28 1997-12-29")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=15,30", "2007-01-15", "2007-01-15 2007-01-30 2007-02-15")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "1998-02-13", "1998-02-13 1998-03-13 1998-11-13")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06")]
    [InlineData("FREQ=MONTHLY;COUNT=3", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10")]
    [InlineData("FREQ=YEARLY;COUNT=2", "2024-02-29", "2024-02-29 2028-02-29")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17")]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3", "1996-11-05", "1996-11-05 2000-11-07 2004-11-02")]
    public void A_rule_gives_the_dates_that_the_standard_says(string rule, string start, string dates) => Assert.Equal(dates, From(rule, start, start, 12));

    [Theory]
    [InlineData("FREQ=DAILY", "1970-01-01", "2026-11-22 2026-11-23")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "1970-01-05", "2026-11-23 2026-12-07")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "1970-01-05", "2026-12-07 2027-01-04")]
    [InlineData("FREQ=YEARLY", "1970-11-23", "2026-11-23 2027-11-23")]
    [InlineData("FREQ=DAILY;COUNT=5", "2026-11-20", "2026-11-22 2026-11-23")]
    public void The_next_dates_are_found_without_walking_through_the_years(string rule, string start, string dates)
    {
        var budget = 40;
        Assert.Equal(dates, From(rule, start, "2026-11-22", 2, ref budget));
        Assert.True(budget > 20);
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=2000000000")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;INTERVAL=9999;BYDAY=53MO")]
    public void A_rule_without_an_end_ends_with_the_budget(string rule)
    {
        var budget = 1000;
        Assert.Equal("", From(rule, "1900-01-01", "2190-01-01", 5, ref budget));
        Assert.InRange(budget, 0, 999);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=HOURLY;COUNT=3")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20")]
    [InlineData("INTERVAL=2")]
    public void What_is_not_followed_is_no_rule(string? rule) => Assert.Null(Recurrence.Parse(rule));

    private static string From(string rule, string start, string from, int most)
    {
        var budget = 1000;
        return From(rule, start, from, most, ref budget);
    }

    private static string From(string rule, string start, string from, int most, ref int budget) => string.Join(' ', Recurrence.Parse(rule)!
        .From(Date(start), Date(from), most, ref budget)
        .Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static DateTime Date(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
