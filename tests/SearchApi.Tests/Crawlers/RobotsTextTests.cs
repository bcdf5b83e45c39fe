using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Crawlers;

public sealed class RobotsTextTests
{
    [Theory]
    [InlineData(false, "Allow: /", "Sitemap: https://courses.example.org/sitemap.xml")]
    [InlineData(true, "Disallow: /")]
    public async Task Robots_may_read_everything_but_the_invented_courses_of_the_demo(bool demo, params string[] rules)
    {
        await using var site = await SampleSite.StartAsync(settings: new() { Demo = demo, PublicAddress = new("https://courses.example.org") });

        using var response = await site.GetAsync("/robots.txt");

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        string[] lines = ["User-agent: *", .. rules];
        Assert.Equal(lines, (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
