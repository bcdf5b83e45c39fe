using System.Globalization;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20T00:00:00+02:00")]
    [InlineData("2026-07-01", "2026-07-01T00:00:00+03:00")]
    [InlineData("20.11.2026", "2026-11-20T00:00:00+02:00")]
    [InlineData("1.7.2026", "2026-07-01T00:00:00+03:00")]
    [InlineData("2026-11-20T10:30:00Z", "2026-11-20T10:30:00+00:00")]
    [InlineData("2026-11-20T10:30:00+02:00", "2026-11-20T10:30:00+02:00")]
    [InlineData("2026-11-20T10:30:00.123456Z", "2026-11-20T10:30:00.123456+00:00")]
    [InlineData("2026-11-20 10:30", "2026-11-20T10:30:00+02:00")]
    [InlineData("2026-03-29T03:30:00", "2026-03-29T04:30:00+03:00")]
    [InlineData("1795132800", "2026-11-20T00:00:00+00:00")]
    [InlineData("1795132800000", "2026-11-20T00:00:00+00:00")]
    [InlineData(" 2026-11-20 ", "2026-11-20T00:00:00+02:00")]
    public void A_clear_date_is_read(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Dates.Of(text));

    [Fact]
    public void The_offset_of_the_place_is_kept() => Assert.Equal(TimeSpan.FromHours(2), Dates.Of("2026-11-20")!.Value.Offset);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("незабаром")]
    [InlineData("32.13.2026")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("99999999999999999999")]
    [InlineData("11/12/2026")]
    [InlineData("восени 2026")]
    public void Anything_else_is_no_date(string? text) => Assert.Null(Dates.Of(text));
}
