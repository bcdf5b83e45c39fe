using System.Text;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Tests.Platforms;

public sealed class PageMarkupTests
{
    private static readonly Uri Address = new("https://portal.example/page");

    public static TheoryData<string, string> Heavy => new()
    {
        { Repeat("<div>", 5001), "5000 elements" },
        { Repeat("<div/>", 5001), "5000 elements" },
        { "<svg>" + Repeat("<path>", 5001), "5000 elements" },
        { "<svg>" + Repeat("<td>", 5001), "5000 elements" },
        { "<math>" + Repeat("<option>", 5001), "5000 elements" },
        { Repeat("<li><section>", 5001), "5000 elements" },
        { "<div title='<script>'>" + Repeat("<div>", 5001) + "</script>", "5000 elements" },
        { "<textarea><script></textarea>" + Repeat("<div>", 5001) + "</script>", "5000 elements" },
        { "<select><style></select>" + Repeat("<div>", 5001) + "</style>", "5000 elements" },
        { "<!-->" + Repeat("<div>", 5001) + "-->", "5000 elements" },
        { Fonts(400) + Repeat("<p>x", 1001), "emphasis" },
        { Fonts(400) + Repeat("</p>x", 1001), "emphasis" },
        { Repeat("<br>", 300_001), "300000 tags" },
        { Repeat("<!---->", 300_001), "300000 tags" },
        { $"<i {string.Concat(Enumerable.Range(0, 1_000_001).Select(i => $"a{i} "))}>", "1000000 attributes" },
    };

    [Theory]
    [MemberData(nameof(Heavy))]
    public void A_page_that_would_keep_a_parser_busy_is_refused(string html, string word) =>
        Assert.Contains(word, Assert.Throws<ListingUnreliableException>(() => PageMarkup.Parse(html, Address)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<ul><li>a<li>b<p>c<p>d</ul>")]
    [InlineData("<script>for (a<b; i<s; u<a) { '<div><div>' }</script><p>x")]
    [InlineData("<svg><path d='M0 0'/><use href='#a'/></svg><table><tr><td>x</table>")]
    public void A_usual_page_many_times_over_is_read(string piece)
    {
        using var document = PageMarkup.Parse(Repeat(piece, 6000), Address);
        Assert.NotNull(document.Body);
    }

    [Fact]
    public void The_deepest_page_that_is_read_can_be_looked_through()
    {
        using var document = PageMarkup.Parse(Repeat("<b><i>", 20) + Repeat("<div>", 4900) + "<a href=x>так</a>", Address);
        Assert.Equal("так", document.QuerySelector("a[href]")!.TextContent);
        Assert.Equal("так", document.Body!.TextContent);
        Assert.Contains("так", document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Fonts(int number) => "<p>" + string.Concat(Enumerable.Range(0, number).Select(i => $"<font size={i}>"));
}
