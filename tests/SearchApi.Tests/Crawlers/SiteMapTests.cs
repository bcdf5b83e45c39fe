using System.Net;
using System.Xml.Linq;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Crawlers;

public sealed class SiteMapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly SearchApiSettings Public = new() { PublicAddress = new("https://courses.example.org") };

    [Fact]
    public async Task Every_course_is_listed_once_in_each_language()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.Many(230)], Public);

        var index = await XmlAsync(site, "/sitemap.xml");
        var file = await XmlAsync(site, new Uri(index.Descendants(Map + "loc").Single().Value).AbsolutePath);

        Assert.Equal("2026-11-17T03:15:00Z", index.Descendants(Map + "lastmod").Single().Value);
        Assert.Equal(460, file.Descendants(Map + "loc").Select(place => place.Value).Distinct().Count());
        var first = file.Descendants(Map + "url").First();
        Assert.Equal("https://courses.example.org/courses/many.1", first.Element(Map + "loc")!.Value);
        Assert.Equal(["uk", "en", "x-default"], first.Elements(Html + "link").Select(link => (string)link.Attribute("hreflang")!));
    }

    [Theory]
    [InlineData("/sitemaps/0.xml")]
    [InlineData("/sitemaps/2.xml")]
    [InlineData("/sitemaps/x.xml")]
    [InlineData("/sitemaps/99999999999999999999.xml")]
    public async Task A_file_that_is_not_there_is_not_found(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        using var response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<XDocument> XmlAsync(SampleSite site, string address)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync());
    }
}
