using System.Globalization;
using DcCourseIndex.Crawler.Platforms.Recipe;

namespace DcCourseIndex.Crawler.Tests.Platforms.Recipe;

public sealed class AmountTests
{
    [Theory]
    [InlineData("14 000 грн", "14000", "UAH")]
    [InlineData("14\u00A0000,50\u00A0₴", "14000.50", "UAH")]
    [InlineData("Ціна: 1\u202F299 грн.", "1299", "UAH")]
    [InlineData("$49.99", "49.99", "USD")]
    [InlineData("1,299.00 USD", "1299.00", "USD")]
    [InlineData("1.299,00 €", "1299.00", "EUR")]
    [InlineData("1.299 €", "1299", "EUR")]
    [InlineData("0", "0", null)]
    [InlineData("250", "250", null)]
    public void An_amount_is_read_as_people_write_it(string text, string value, string? currency)
    {
        var amount = Amount.Read(text, null);
        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), currency), (amount!.Value, amount.Currency));
        Assert.Equal(value == "0" ? "free" : "paid", amount.Class);
        Assert.Equal(currency is null ? null : 1, amount.Tags?.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Безкоштовно")]
    [InlineData("від 100 до 200 грн")]
    [InlineData("999999999999999999999999999999999999999 грн")]
    public void What_is_no_single_amount_is_none(string? text) => Assert.Null(Amount.Read(text, "UAH"));

    [Fact]
    public void A_currency_that_the_file_names_goes_before_the_text_s_own() => Assert.Equal("PLN", Amount.Read("99 zł", "PLN")!.Currency);
}
