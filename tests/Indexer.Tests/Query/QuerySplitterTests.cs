using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class QuerySplitterTests
{
    [Theory]
    [InlineData("два слова", "два|слова")]
    [InlineData("  «дві  лапки» “інші” \"прямі\" ", "[дві  лапки]|[інші]|[прямі]")]
    [InlineData("„так теж” кінець", "[так теж]|кінець")]
    [InlineData("слово\"лапки\"", "слово|[лапки]")]
    [InlineData("-ні –теж −«і так» - окремо", "-ні|-теж|-[і так]|-|окремо")]
    [InlineData("онлайн-курс --що", "онлайн-курс|--що")]
    [InlineData("\"не закрито", "[не закрито]")]
    [InlineData("\"\" «»", "")]
    [InlineData("", "")]
    public void Blanks_and_quotation_marks_part_a_query(string text, string expected)
    {
        var chunks = QuerySplitter.Split(text);

        Assert.Equal(expected, string.Join('|', chunks.Select(chunk => (chunk.Excluded ? "-" : "") + (chunk.Quoted ? $"[{chunk.Text}]" : chunk.Text))));
        Assert.All(chunks, chunk => Assert.Equal(chunk.Text, text.Substring(chunk.Start, chunk.Length)));
    }

    [Fact]
    public void A_long_query_is_cut_between_characters()
    {
        Assert.Equal(500, QuerySplitter.Cut(new string('а', 600)).Length);
        Assert.Equal(499, QuerySplitter.Cut(new string('а', 499) + "😀").Length);
        Assert.Equal("короткий", QuerySplitter.Cut("короткий"));
    }
}
