using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Tests.Answers;

public sealed class MarkOnlyTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<mark>а</mark>б", "<mark>а</mark>б")]
    [InlineData("a &amp; b &lt;i&gt; &#39; &#x27;", "a &amp; b &lt;i&gt; &#39; &#x27;")]
    [InlineData("a & b < c", "a &amp; b &lt; c")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<mark onclick=x>a</mark>", "&lt;mark onclick=x&gt;a")]
    [InlineData("<MARK>a</MARK>", "&lt;MARK&gt;a&lt;/MARK&gt;")]
    [InlineData("<mark>a", "<mark>a</mark>")]
    [InlineData("</mark>a", "a")]
    [InlineData("<mark>a<mark>b</mark>c</mark>", "<mark>ab</mark>c")]
    [InlineData("<<mark>mark>x", "&lt;<mark>mark&gt;x</mark>")]
    [InlineData("\"quoted\"", "&quot;quoted&quot;")]
    public void Only_marks_and_entities_pass(string highlighted, string safe) => Assert.Equal(safe, MarkOnly.Html(highlighted));
}
