using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Portals.Hostile;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class XmlDocumentsTests
{
    [Theory]
    [InlineData("<a><b>текст</b></a>", "текст")]
    [InlineData("\uFEFF\n<?xml version=\"1.0\" encoding=\"utf-8\"?><a>x</a>", "x")]
    [InlineData("<a>one\u0000\u000Btwo&#x0;&#11;&#8; &#9;&#x1F600;</a>", "onetwo \t😀")]
    public void Whole_XML_is_read_without_the_characters_that_it_forbids(string xml, string value) =>
        Assert.Equal(value, XmlDocuments.Read(Encoding.UTF8.GetBytes(xml)).Document!.Root!.Value);

    [Fact]
    public void A_declared_charset_is_kept_to()
    {
        var body = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Їжак і ґанок</a>");
        Assert.Equal("Їжак і ґанок", XmlDocuments.Read(body).Document!.Root!.Value);
    }

    [Theory]
    [InlineData("<a><b></a>", "not whole XML")]
    [InlineData("", "not whole XML")]
    [InlineData("<html><p>x<br></html>", "not whole XML")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1/x.dtd\"><a/>", "DTD")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "DTD")]
    public void What_is_broken_or_dangerous_is_refused_with_a_remedy(string xml, string word)
    {
        var (document, refusal) = XmlDocuments.Read(Encoding.UTF8.GetBytes(xml));
        Assert.Null(document);
        Assert.Contains(word, refusal, StringComparison.Ordinal);
        Assert.Contains("look at it in a browser", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_bomb_is_not_lit() =>
        Assert.Contains("DTD", XmlDocuments.Read(Encoding.UTF8.GetBytes(Pages.Laughs)).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("<a>", 100_000, "deep in one another")]
    [InlineData("<a b='1'/>", 900_000, "elements, attributes and texts")]
    public void Depth_and_size_are_bounded(string part, int times, string word)
    {
        var xml = new StringBuilder("<r>").Insert(3, part, times).Append("</r>").ToString();
        Assert.Contains(word, XmlDocuments.Read(Encoding.UTF8.GetBytes(xml)).Refusal, StringComparison.Ordinal);
    }
}
