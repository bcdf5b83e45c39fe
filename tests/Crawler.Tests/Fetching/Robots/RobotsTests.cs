using System.Text;
using DcCourseIndex.Crawler.Fetching.Robots;

namespace DcCourseIndex.Crawler.Tests.Fetching.Robots;

public sealed class RobotsTests
{
    [Fact]
    public void Crawl_delay_and_sitemaps_are_kept()
    {
        var rules = RobotsFile.Read("Sitemap: https://x/1.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /a\nUser-agent: Other\nCrawl-delay: 99\nSitemap: https://x/2.xml\nSitemap: /relative.xml\nSitemap: ftp://x/3.xml"u8, "DcCourseIndex");
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.CrawlDelay);
        Assert.Equal(["https://x/1.xml", "https://x/2.xml"], rules.Sitemaps);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("1e99")]
    public void A_crawl_delay_that_is_no_time_is_passed_over(string delay) =>
        Assert.Null(RobotsFile.Read(Encoding.UTF8.GetBytes($"User-agent: *\nCrawl-delay: {delay}\nDisallow: /a"), "DcCourseIndex").CrawlDelay);

    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData("1,5", 1.5)]
    [InlineData("600", 600)]
    [InlineData("86400", 600)]
    [InlineData("99999999999999999999", 600)]
    public void A_crawl_delay_is_kept_up_to_ten_minutes(string delay, double seconds)
    {
        var rules = RobotsFile.Read(Encoding.UTF8.GetBytes($"User-agent: *\nCrawl-delay: {delay}\nDisallow: /a"), "DcCourseIndex");
        Assert.Equal(TimeSpan.FromSeconds(seconds), rules.CrawlDelay);
        Assert.Equal(seconds == 600 && delay != "600", rules.CrawlDelayAsked > rules.CrawlDelay);
    }

    [Fact]
    public void The_longest_crawl_delay_of_several_groups_holds() => Assert.Equal(
        TimeSpan.FromSeconds(7),
        RobotsFile.Read("User-agent: DcCourseIndex\nCrawl-delay: 7\nDisallow: /a\nUser-agent: DcCourseIndex\nCrawl-delay: 2\nDisallow: /b\nUser-agent: *\nCrawl-delay: 50\nDisallow: /"u8, "DcCourseIndex").CrawlDelay);

    [Fact]
    public void What_lies_behind_500_kibibytes_is_not_read()
    {
        var padding = string.Concat(Enumerable.Repeat("# filler\n", (RobotsFile.MaxBytes / 9) - 10));
        var near = RobotsFile.Read(Encoding.UTF8.GetBytes("User-agent: *\n" + padding + "Disallow: /a\n"), "DcCourseIndex");
        var far = RobotsFile.Read(Encoding.UTF8.GetBytes("User-agent: *\n" + padding + padding + "Disallow: /a\n"), "DcCourseIndex");
        Assert.False(near.Allows(new Uri("https://x/a")));
        Assert.True(far.Allows(new Uri("https://x/a")));
    }

    [Fact]
    public void A_pattern_made_to_take_long_does_not()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 2000));
        var rules = RobotsFile.Read(Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /{pattern}b"), "DcCourseIndex");
        Assert.True(rules.Allows(new Uri("https://x/" + new string('a', 4000))));
    }
}
