using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class OrderlyHtmlTests
{
    private static readonly string[] Parts =
    [
        "<p>", "</p>", "<br>", "<br/>", "<br />", "<ul>", "<li>", "</li>", "</ul>", "<h2>", "</h2>", "<pre>", "</pre>", "<strong>", "</strong>",
        "<a href=\"https://a.example/?q=1\" rel=\"nofollow\">", "</a>", "<span class=\"multilang\" lang=\"uk\">", "<span lang=\"uk\" lang=\"en\">", "</span>", "<td>", "<img src=\"x.png\" alt=\"\">",
        "Курс", " ", "\n", "web", "безпека 2.0", "> ", "—", "\"", "'", "\u00A0", "\uFEFF", "😀", "\uD800",
    ];

    // Each of these makes the whole source one for the tokeniser.
    private static readonly string[] Foreign =
        ["&amp;", "< ", "<", "</", "<P>", "<p title='x'>", "<p title=x>", "<p  class=\"x\">", "<script>", "</script>", "<!-- ні -->", "<b", "<a href=\"x", "</p >", "<o:p>", "<unknown>", "\r\n", "\0", "<p hidden>", "<br / >", "<title>"];

    [Fact]
    public void Orderly_html_has_the_pieces_that_the_tokeniser_finds()
    {
        var random = new Random(5);
        for (var round = 0; round < 3_000; round++)
        {
            var html = Draw(random, Parts);
            Assert.Equal(HtmlPieces.Read(html), OrderlyHtml.Read(html));
        }
    }

    [Fact]
    public void Whatever_is_read_at_all_is_read_as_the_tokeniser_reads_it()
    {
        var random = new Random(6);
        for (var round = 0; round < 3_000; round++)
        {
            var html = Draw(random, [.. Parts, .. Foreign]);
            if (OrderlyHtml.Read(html) is { } pieces)
            {
                Assert.Equal(HtmlPieces.Read(html), pieces);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ForeignParts))]
    public void Anything_else_is_left_to_the_tokeniser(string part) => Assert.Null(OrderlyHtml.Read($"<p>а</p>{part}"));

    public static TheoryData<string> ForeignParts => [.. Foreign];

    private static string Draw(Random random, string[] parts) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
}
