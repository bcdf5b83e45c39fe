using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Перший</p><p>Другий</p>", "Перший\nДругий")]
    [InlineData("Рядок<br>другий<br/><br>третій", "Рядок\nдругий\nтретій")]
    [InlineData("<ul><li>раз</li><li>два</li></ul>", "раз\nдва")]
    [InlineData("<table><tr><td>Обсяг</td><td>45 год.</td></tr><tr><th>А</th><td>Б</td></tr></table>", "Обсяг | 45 год.\nА | Б")]
    [InlineData("a < b і c > d", "a < b і c > d")]
    [InlineData("Криптографія <AES> та &amp;", "Криптографія <AES> та &")]
    [InlineData("рядок 1\r\n\r\n  рядок 2", "рядок 1\nрядок 2")]
    [InlineData("<p>a&nbsp;&nbsp;b \u00A0c&#8203;d</p>", "a b cd")]
    [InlineData("<p>&laquo;Так&raquo;&hellip; &#40;1&#41; AT&T &copy</p>", "«Так»… (1) AT&T ©")]
    [InlineData("<script>alert(1)</script>є<style>p{}</style><!-- ні --> текст", "є текст")]
    [InlineData("<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><p class=\"MsoNormal\">Курс<o:p></o:p></p>", "Курс")]
    [InlineData("<![if !mso]>так<![endif]><xml><w:View>Normal</w:View></xml>", "так")]
    [InlineData("a\0b\u200Bc\u0007d", "abcd")]
    [InlineData("и\u0306ого <b>сло</b>во", "його слово")]
    [InlineData("до<script>після", "до")]
    [InlineData("<svg>незакрите", "незакрите")]
    [InlineData("<pre>один\nдва</pre>", "один\nдва")]
    [InlineData("&lt;b&gt;не тег&lt;/b&gt;", "<b>не тег</b>")]
    [InlineData("", "")]
    [InlineData("<p>\u00AD</p>", "")]
    public void Html_becomes_readable_text(string html, string expected) => Assert.Equal(expected, HtmlText.ToText(html));

    [Theory]
    [InlineData("uk", "Основи")]
    [InlineData("en", "Basics")]
    [InlineData("pl", "Основи")]
    [InlineData(null, "Основи")]
    public void One_language_of_a_multilang_group_stays(string? language, string expected)
    {
        Assert.Equal(expected, HtmlText.ToText("<span lang=\"uk\" class=\"multilang\">Основи</span> <span class=\"multilang\" lang=\"en\">Basics</span>", language));
        Assert.Equal(expected, HtmlText.OneLine("{mlang uk}Основи{mlang}{mlang en}Basics{mlang}", language));
    }

    [Fact]
    public void Groups_of_languages_are_chosen_one_by_one() => Assert.Equal(
        "до А між, Б",
        HtmlText.ToText("до <span class=\"multilang\" lang=\"uk\">А <span>між</span></span><span class=\"multilang\" lang=\"en\">a <span>between</span></span>, <span class=\"multilang\" lang=\"uk\">Б</span>", "uk"));

    [Theory]
    [InlineData("  Основи\u00A0 <b>Web</b>\n розробки ", "Основи Web розробки")]
    [InlineData("Q&amp;A &amp;amp;", "Q&A &amp;")]
    [InlineData("if a<5 and c>d", "if a<5 and c>d")]
    public void A_title_is_one_line(string text, string expected) => Assert.Equal(expected, HtmlText.OneLine(text));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<span class=multilang lang=uk>")]
    [InlineData("<svg>")]
    [InlineData("</p>")]
    [InlineData("{mlang uk}")]
    public void Hostile_depth_overflows_nothing(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, Math.Min(100_000, 900_000 / tag.Length))) + "кінець";
        Assert.EndsWith("кінець", HtmlText.ToText(html), StringComparison.Ordinal);
        Assert.Contains("кінець", HtmlSanitiser.Sanitise(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Halves_of_surrogate_pairs_vanish() => Assert.Equal("x", HtmlText.ToText("\uD800x\uDC00 \uFFFE"));

    [Fact]
    public void Longer_than_a_million_characters_is_cut() => Assert.Equal(1_000_000, HtmlText.ToText(new string('я', 1_500_000)).Length);
}
