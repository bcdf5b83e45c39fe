using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Tests.Platforms;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("Старт 12 березня 2026 року", "2026-03-12")]
    [InlineData("1 листопада 2026", "2026-11-01")]
    [InlineData("Початок: 01.09.2026", "2026-09-01")]
    [InlineData("1.9.2026", "2026-09-01")]
    [InlineData("2026-05-31", "2026-05-31")]
    [InlineData("Starts: Feb 1, 2026", "2026-02-01")]
    [InlineData("May 3rd 2026", "2026-05-03")]
    [InlineData("15 Sept. 2026", "2026-09-15")]
    public void A_day_with_its_year_is_a_date(string text, string date) => Assert.Equal(date, WrittenDate.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("Курс доступний")]
    [InlineData("12 березня")]
    [InlineData("Березень 2026")]
    [InlineData("31.02.2026")]
    [InlineData("45 квітня 2026")]
    [InlineData("12 уроків 2026")]
    public void Anything_else_is_none(string? text) => Assert.Null(WrittenDate.Of(text));
}
