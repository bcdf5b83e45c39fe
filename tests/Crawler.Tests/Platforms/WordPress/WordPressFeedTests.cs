using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.WordPress;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>Sites whose interface is closed, as security plugins close it, and whose feed is open.</summary>
public sealed class WordPressFeedTests
{
    private const string Xml = "application/rss+xml";
    private const string Feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Онлайн-курс</title><link>https://portal.example/kurs/</link><guid isPermaLink=\"false\">https://portal.example/?p=101</guid></item><item><title>Новина</title><link>https://portal.example/n/</link><guid isPermaLink=\"false\">https://portal.example/?p=102</guid></item></channel></rss>";

    private readonly SourceDefinition source = Portal.Source("wordpress");
    private readonly WordPressPlatform platform = new();

    [Theory]
    [InlineData(401, "/feed/")]
    [InlineData(403, "/feed/")]
    [InlineData(404, "/?feed=rss2")]
    public async Task The_feed_is_read_under_the_identifiers_of_the_posts(int status, string address)
    {
        var portal = new Portal().With("/", "").With("/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1", "", status).With(address, Feed, type: Xml);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["101"], harvested.ById.Keys);
        Assert.All(harvested.Pages, page => Assert.True(page is { Partial: true, Bookmark: null }));
    }

    [Fact]
    public async Task A_post_that_announces_a_course_no_more_is_taken_down()
    {
        var first = new Harvested([new() { Id = "102", Title = "Курс", Url = "https://portal.example/n/" }], [], []);
        var portal = new Portal { Past = Earlier.At(1, first) }.With("/", "").With("/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1", "", 403).With("/feed/", Feed, type: Xml);
        Assert.Equal(["102"], (await Harvested.Of(platform, source, portal)).Pages.SelectMany(page => page.Deleted));
    }

    [Fact]
    public async Task Where_the_feed_is_closed_as_well_the_interface_is_what_is_spoken_of()
    {
        var portal = new Portal().With("/", "").With("/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1", "", 403).With("/feed/", "<html>Увійдіть</html>");
        var refusal = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, source, portal));
        Assert.Contains("closed (403)", refusal.Message, StringComparison.Ordinal);
    }
}
