using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Tests.Platforms;

public sealed class WrittenPriceTests
{
    [Theory]
    [InlineData("14000 грн", "14000 UAH")]
    [InlineData("14\u00a0000\u00a0грн", "14000 UAH")]
    [InlineData("14\u202f000 грн.", "14000 UAH")]
    [InlineData("Вартість: 4 200 ₴", "4200 UAH")]
    [InlineData("₴ 990", "990 UAH")]
    [InlineData("$49", "49 USD")]
    [InlineData("€49,90", "49.90 EUR")]
    [InlineData("1,200 грн", "1200 UAH")]
    [InlineData("1 999,50 грн", "1999.50 UAH")]
    [InlineData("8 000 грн 5 600 грн", "5600 UAH")]
    public void An_amount_with_a_currency_is_a_price(string text, string price)
    {
        var written = WrittenPrice.Of(text);
        Assert.Equal((Price.Paid, price), (written.Class, string.Create(CultureInfo.InvariantCulture, $"{written.Tag?.Amount} {written.Tag?.Currency}")));
    }

    [Theory]
    [InlineData("Безкоштовно")]
    [InlineData("Free")]
    [InlineData("0 грн")]
    public void Nothing_to_pay_is_free(string text) => Assert.Equal(new WrittenPrice(Price.Free, null), WrittenPrice.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4200")]
    [InlineData("Скоро у продажу")]
    [InlineData("Безкоштовний вебінар про ціни")]
    [InlineData("99999999999999999999999999999999999999 грн")]
    public void Anything_else_says_nothing(string? text) => Assert.Equal(WrittenPrice.None, WrittenPrice.Of(text));
}
