using System.Xml.Linq;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Crawlers;

public sealed class OpenSearchTests
{
    [Theory]
    [InlineData("/opensearch.xml")]
    [InlineData("/opensearch.xml?lang=en")]
    public async Task Every_address_of_the_description_answers(string description)
    {
        await using var site = await SampleSite.SharedAsync();
        using var response = await site.GetAsync(description);
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());

        XNamespace search = "http://a9.com/-/spec/opensearch/1.1/";
        Assert.InRange(document.Root!.Element(search + "ShortName")!.Value.Length, 1, 16);
        foreach (var url in document.Descendants(search + "Url"))
        {
            using var answer = await site.GetAsync(new Uri(((string)url.Attribute("template")!).Replace("{searchTerms}", "media", StringComparison.Ordinal)).PathAndQuery);
            Assert.Equal((200, (string)url.Attribute("type")!), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Suggestions_are_the_array_that_browsers_read()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/suggest?q=Кер&format=opensearch");

        Assert.Equal("""["Кер",["Кераміка для початківців"]]""", body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
