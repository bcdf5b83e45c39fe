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
    [InlineData("olena [at] lib.example [dot] ua", "[e-mail]")]
    [InlineData("olena(собака)lib.example", "[e-mail]")]
    [InlineData("olena собака lib.example, кімн. 5", "[e-mail], кімн. 5")]
    [InlineData("olena{at}lib(крапка)example", "[e-mail]")]
    [InlineData("Пошта: olena @ lib.example", "Пошта: [e-mail]")]
    [InlineData("0(44) 123-45-67", "[телефон]")]
    [InlineData("067-123-45-67", "[телефон]")]
    [InlineData("067.123.45.67", "[телефон]")]
    [InlineData("(067)1234567", "[телефон]")]
    [InlineData("8 (044) 123-45-67", "[телефон]")]
    [InlineData("8-0512-12-34-56", "[телефон]")]
    [InlineData("0 67 123 45 67", "[телефон]")]
    [InlineData("380671234567", "[телефон]")]
    [InlineData("тел. 00380 67 123 45 67", "тел. [телефон]")]
    [InlineData("+38(067)1234567", "[телефон]")]
    [InlineData("+380–67–123–45–67", "[телефон]")]
    [InlineData("Viber/Telegram: 067 123 45 67", "Viber/Telegram: [телефон]")]
    [InlineData("Пишіть у Telegram @olena_koval.", "Пишіть у Telegram [контакт].")]
    [InlineData("https://t.me/+380671234567", "[телефон]")]
    [InlineData("wa.me/380671234567 щодня", "[телефон] щодня")]
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
    [InlineData("09.00–18.00, 10:30–12:00")]
    [InlineData("2026-11-22T09:00:00+02:00")]
    [InlineData("01.02.2026–03.04.2026")]
    [InlineData("ISBN 0-306-40615-2")]
    [InlineData("Ціна 1 250,00 грн, знижка 0,50 грн")]
    [InlineData("Код курсу CS-0501-2026, ІТ-050")]
    [InlineData("0 1 2 3 4 5 6 7 8 9")]
    [InlineData("090 годин, 120 годин, 150 годин")]
    [InlineData("курс @ Львів. Початок о 9")]
    [InlineData("розмір 000 байт")]
    [InlineData("ЄДРПОУ 02012345")]
    [InlineData("https://t.me/library_news")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, Masking.Mask(text));

    [Fact]
    public void Links_to_mail_lose_their_address_and_other_links_stay() => Assert.Equal(
        "<p>[e-mail], <b>[телефон]</b>, <a href=\"https://example.com/?t=0501234567&amp;m=a@b.ua\">тут</a></p>",
        Masking.MaskHtml("<p><a href=\"mailto:a@b.ua\">a@b.ua</a>, <b>050 123 45 67</b>, <a href=\"https://example.com/?t=0501234567&amp;m=a@b.ua\">тут</a></p>"));

    [Theory]
    [InlineData("<p>olena&#64;lib.example</p>", "<p>[e-mail]</p>")]
    [InlineData("<p>olena&#x40;lib&#46;example</p>", "<p>[e-mail]</p>")]
    [InlineData("<b>olena</b>@lib.example!", "<b>[e-mail]</b>!")]
    [InlineData("тел. <i>067</i>&nbsp;123 45 67", "тел. <i>[телефон]</i>")]
    [InlineData("<td>067</td><td>1234567</td>", "<td>067</td><td>1234567</td>")]
    [InlineData("<A HREF='MAILTO:olena@lib.example?subject=x'>пишіть</A>", "пишіть")]
    [InlineData("<a class=x href=tel:+380671234567>дзвоніть</a>", "дзвоніть")]
    [InlineData("<a href=\"viber://chat?number=%2B380671234567\">Viber</a>", "Viber")]
    [InlineData("<a href=\"https://t.me/+380671234567\">TG</a>", "<a href=\"\">TG</a>")]
    [InlineData("<img alt=\"olena@lib.example\" src=\"a.png\">", "<img alt=\"[e-mail]\" src=\"a.png\">")]
    [InlineData("<span data-cfemail=\"7a1b\">x</span>", "<span data-cfemail=\"\">x</span>")]
    [InlineData("5 &lt; 7 &amp; <b>так</b>", "5 &lt; 7 &amp; <b>так</b>")]
    public void Addresses_in_html_are_masked_however_they_hide(string html, string expected) => Assert.Equal(expected, Masking.MaskHtml(html));

    [Theory]
    [InlineData("<")]
    [InlineData("<a href=mailto:")]
    [InlineData("<a ")]
    [InlineData("a@")]
    [InlineData("&#64;")]
    public void Hostile_html_is_masked_in_bounded_time(string piece) => Assert.NotEmpty(Masking.MaskHtml(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length))));

    [Fact]
    public void A_hostile_text_is_masked_in_bounded_time() =>
        Assert.Equal(60_000, Masking.Mask(new string('0', 30_000) + string.Concat(Enumerable.Repeat("a.", 15_000))).Length);
}
