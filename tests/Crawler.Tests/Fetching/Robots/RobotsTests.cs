using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Robots;

namespace DcCourseIndex.Crawler.Tests.Fetching.Robots;

public sealed class RobotsTests
{
    [Theory]
    // §2.2.1 groups and product tokens
    [InlineData("§2.2.1", "User-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.1", "User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.1", "User-agent: dccourseINDEX\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex/0.1\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.1", "User-agent: DcCourse\nDisallow: /a", "/a", true)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndexer\nDisallow: /a", "/a", true)]
    [InlineData("§2.2.1", "User-agent: *\nDisallow: /\n\nUser-agent: DcCourseIndex\nDisallow: /b", "/a", true)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex\nDisallow: /b\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("§2.2.1", "User-agent: Other\nUser-agent: DcCourseIndex\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex\nDisallow: /a\nUser-agent: Other\nDisallow: /b", "/b", true)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex\nDisallow: /a\nUser-agent: DcCourseIndex\nDisallow: /b", "/a", false)]
    [InlineData("§2.2.1", "User-agent: DcCourseIndex\nDisallow: /a\nUser-agent: DcCourseIndex\nDisallow: /b", "/b", false)]
    [InlineData("§2.2.1", "User-agent: Other\nDisallow: /", "/a", true)]
    [InlineData("§2.2.1", "Disallow: /\nUser-agent: Other\nDisallow: /", "/a", true)]
    [InlineData("§2.2.1", "User-agent: * # all of them\nDisallow: /a", "/a", false)]
    // §2.2.2 allow, disallow, the longest match
    [InlineData("§2.2.2", "User-agent: *\nDisallow:", "/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /\nAllow: /a", "/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nAllow: /a\nDisallow: /", "/a/b", true)]
    [InlineData("§2.2.2", "User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /a", "/x/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /a/", "/a", true)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /a", "/abc?d=1", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /", "/robots.txt", true)]
    // §2.2.2 percent-encoding, by its own table
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /курс", "/%d0%ba%d1%83%d1%80%d1%81/1", false)]
    [InlineData("§2.2.2", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    // §2.2.3 special characters
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /*.php", "/course/view.php?id=1", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /*.php$", "/course/view.php?id=1", true)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /*.php$", "/course/view.php", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a*b*c", "/axxbyyc", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a*b*c", "/acb", true)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a*a$", "/a", true)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a**$", "/a", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a%2Ab", "/axb", true)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a%2Ab", "/a*b", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a$b", "/a$b", false)]
    [InlineData("§2.2.3", "User-agent: *\nDisallow: /a # not /a/b", "/a/b", false)]
    [InlineData("§2.2.3", "User-agent: *\nAllow: /p\nDisallow: /*", "/page", true)]
    // §2.2.4 other records, and what is not understood
    [InlineData("§2.2.4", "User-agent: DcCourseIndex\nSitemap: https://x/s.xml\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.4", "User-agent: DcCourseIndex\nCrawl-delay: 5\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.4", "User-agent: *\nNoindex: /\nnonsense\n: /\nDisallow: /a", "/a", false)]
    [InlineData("§2.2.4", "<!DOCTYPE html><html><body>Disallow: /</body></html>", "/a", true)]
    [InlineData("§2.2", "\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("§2.2", "User-agent: *\rDisallow: /a\r", "/a", false)]
    [InlineData("§2.2", "  USER-AGENT :  *  \n\t disallow\t: /a ", "/a", false)]
    [InlineData("§2.2", "", "/a", true)]
    public void The_standard_decides(string paragraph, string robots, string path, bool allowed)
    {
        var rules = RobotsFile.Read(Encoding.UTF8.GetBytes(robots), FetchSettings.ProductToken);
        Assert.True(allowed == rules.Allows(new Uri("https://portal.example" + path)), $"RFC 9309 {paragraph}");
    }

    [Fact]
    public void Crawl_delay_and_sitemaps_are_kept()
    {
        var rules = RobotsFile.Read("Sitemap: https://x/1.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /a\nUser-agent: Other\nCrawl-delay: 99\nSitemap: https://x/2.xml"u8, "DcCourseIndex");
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.CrawlDelay);
        Assert.Equal(["https://x/1.xml", "https://x/2.xml"], rules.Sitemaps);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("1e99")]
    [InlineData("99999999999999999999")]
    public void A_crawl_delay_that_is_no_time_is_passed_over(string delay) =>
        Assert.Null(RobotsFile.Read(Encoding.UTF8.GetBytes($"User-agent: *\nCrawl-delay: {delay}\nDisallow: /a"), "DcCourseIndex").CrawlDelay);

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
