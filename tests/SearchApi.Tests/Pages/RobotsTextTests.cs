using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class RobotsTextTests
{
    [Theory]
    [InlineData(false, "Allow: /")]
    [InlineData(true, "Disallow: /")]
    public async Task Robots_may_read_everything_but_the_invented_courses_of_the_demo(bool demo, string rule)
    {
        await using var site = await SampleSite.StartAsync(settings: new() { Demo = demo });

        using var response = await site.GetAsync("/robots.txt");

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["User-agent: *", rule], (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
