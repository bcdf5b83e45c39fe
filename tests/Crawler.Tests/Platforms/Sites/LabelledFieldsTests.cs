using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sites;

namespace DcCourseIndex.Crawler.Tests.Platforms.Sites;

public sealed class LabelledFieldsTests
{
    [Theory]
    [InlineData("<dl><dt>Тривалість</dt><dd>6 тижнів</dd></dl>")]
    [InlineData("<table><tr><th>Тривалість:</th><td>6 тижнів</td></tr></table>")]
    [InlineData("<h2>Тривалість</h2>\n<!-- ввід -->\n<p>6 тижнів</p>")]
    [InlineData("<ul><li>Тривалість: 6 тижнів</li></ul>")]
    [InlineData("<ul><li><b>Тривалість:</b> 6 тижнів</li></ul>")]
    [InlineData("<p><strong>Тривалість</strong> — 6 тижнів</p>")]
    [InlineData("<div><div class=l><span>Тривалість</span></div><div class=v>6 тижнів</div></div>")]
    [InlineData("<p>Тривалість</p><p>6 <b>тижнів</b></p><p>Тривалість</p><p>7 тижнів</p>")]
    public void A_value_beside_its_label_is_found_however_the_page_is_built(string html) => Assert.Equal("6 тижнів", Value(html));

    [Theory]
    [InlineData("<p>Тривалість життя: 80 років</p>")]
    [InlineData("<p>Тривалість</p>")]
    [InlineData("<p>Про тривалість: читайте нижче</p>")]
    public void Words_of_the_text_are_no_labels(string html) => Assert.Null(Value(html));

    [Fact]
    public void A_page_of_labels_alone_is_read_in_bounds()
    {
        var html = string.Concat(Enumerable.Repeat("<p>Рівень</p><p>x</p>", 20_000)) + "<p>Тривалість</p><p>6 тижнів</p>";
        Assert.Null(Value(html));
    }

    private static string? Value(string html)
    {
        using var page = PageMarkup.Parse($"<html><body>{html}</body></html>", new Uri("https://portal.example/"));
        return new LabelledFields(page).Value("тривалість", "duration");
    }
}
