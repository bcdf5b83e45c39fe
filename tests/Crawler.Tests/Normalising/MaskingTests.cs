using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("Пишіть на olena.koval+kurs@lib.example.ua!", "Пишіть на [e-mail]!")]
    [InlineData("name (at) example.com", "[e-mail]")]
    [InlineData("Тел. +380 (50) 123-45-67.", "Тел. [телефон].")]
    [InlineData("тел.: 050 123 45 67, Оксана", "тел.: [телефон], Оксана")]
    [InlineData("(044) 123-45-67", "[телефон]")]
    [InlineData("0501234567", "[телефон]")]
    [InlineData("Гаряча лінія 0 800 501 482", "Гаряча лінія [телефон]")]
    [InlineData("call +44 20 7946 0958 now", "call [телефон] now")]
    public void Personal_addresses_and_numbers_are_masked(string text, string expected) => Assert.Equal(expected, Masking.Mask(text));

    [Theory]
    [InlineData("Телефонуйте 101!")]
    [InlineData("ISBN 978-617-7012-34-5")]
    [InlineData("Закінчили 10 000 000 людей у 2020–2024 роках")]
    [InlineData("01.02.2026 о 10:30")]
    [InlineData("https://example.com/kurs?id=0501234567")]
    [InlineData("ORCID 0000-0002-1825-0097")]
    [InlineData("doi 10.1234/0501234567")]
    [InlineData("Ставте @ перед іменем")]
    [InlineData("Код ЄДРПОУ 12345678")]
    [InlineData("C++ і 3.14159265")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, Masking.Mask(text));

    [Fact]
    public void Links_to_mail_lose_their_address_and_other_links_stay() => Assert.Equal(
        "<p>[e-mail], <b>[телефон]</b>, <a href=\"https://example.com/?t=0501234567&amp;m=a@b.ua\">тут</a></p>",
        Masking.MaskHtml("<p><a href=\"mailto:a@b.ua\">a@b.ua</a>, <b>050 123 45 67</b>, <a href=\"https://example.com/?t=0501234567&amp;m=a@b.ua\">тут</a></p>"));

    [Fact]
    public void A_hostile_text_is_masked_in_bounded_time() =>
        Assert.Equal(60_000, Masking.Mask(new string('0', 30_000) + string.Concat(Enumerable.Repeat("a.", 15_000))).Length);
}
