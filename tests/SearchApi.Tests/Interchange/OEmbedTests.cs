using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Interchange;

public sealed class OEmbedTests
{
    [Theory]
    [InlineData("/courses/prometheus.DC101", "Медіаграмотність для громадян")]
    [InlineData("/?q=python", "Programming in Python")]
    public async Task A_page_names_where_it_is_embedded_from(string page, string text)
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.PageAsync(page);
        var address = document.QuerySelectorAll("link[rel=alternate]").Single(link => link.GetAttribute("type") == "application/json+oembed").GetAttribute("href")!;

        var (status, embedded) = await site.JsonAsync(new Uri(address).PathAndQuery);

        Assert.Equal((200, "1.0", "rich", 600), (status, (string)embedded["version"]!, (string)embedded["type"]!, (int)embedded["width"]!));
        Assert.Contains(text, (await new HtmlParser().ParseDocumentAsync((string)embedded["html"]!)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_XML_as_well_and_fits_into_the_room()
    {
        await using var site = await SampleSite.SharedAsync();
        using var response = await site.GetAsync("/api/v1/oembed?format=xml&maxwidth=320&maxheight=100&url=http%3A%2F%2Flocalhost%2Fcourses%2Fprometheus.DC101%3Flang%3Den");
        var root = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("320", "100"), (root.Element("width")!.Value, root.Element("height")!.Value));
        Assert.Contains("http://localhost/courses/prometheus.DC101?lang=en", root.Element("html")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost/courses/none.1", 404)]
    [InlineData("http://localhost/sources", 404)]
    [InlineData("http://localhost/?colour=red", 404)]
    [InlineData("http://169.254.169.254/latest/meta-data", 404)]
    [InlineData("http://localhost@evil.example/courses/prometheus.DC101", 404)]
    [InlineData("http://user@localhost/courses/prometheus.DC101", 404)]
    [InlineData("file:///etc/passwd", 404)]
    [InlineData("http://localhost/courses/..%2F..%2Fetc", 404)]
    [InlineData("not an address", 404)]
    [InlineData("", 400)]
    public async Task Only_our_own_pages_are_embedded(string url, int status)
    {
        await using var site = await SampleSite.SharedAsync();
        using var response = await site.GetAsync($"/api/v1/oembed?url={Uri.EscapeDataString(url)}");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Hostile_texts_stay_text()
    {
        const string attack = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(attack, attack, attack)]);

        foreach (var page in new[] { "http://localhost/courses/bad.1", "http://localhost/?q=%3Cimg" })
        {
            var html = (string)(await site.JsonAsync($"/api/v1/oembed?url={Uri.EscapeDataString(page)}")).Body["html"]!;
            var document = await new HtmlParser().ParseDocumentAsync(html);
            Assert.Empty(document.QuerySelectorAll("script, img, style, iframe, [onerror]"));
            Assert.Contains("<script>", document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Browsers_get_suggestions_in_their_own_form()
    {
        await using var site = await SampleSite.SharedAsync();
        using var response = await site.GetAsync("/api/v1/suggest?q=prog&format=opensearch");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("application/x-suggestions+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("prog", "Programming in Python for everybody"), ((string)answer[0]!, (string)answer[1]![0]!));
    }
}
