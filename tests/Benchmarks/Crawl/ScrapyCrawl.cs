using System.Globalization;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>The same harvest by Scrapy (Debian's package python3-scrapy), with a spider that takes the same fields.</summary>
internal static class ScrapyCrawl
{
    // The system's own Python, for which the package is installed.
    private const string Python = "/usr/bin/python3";

    /// <summary>Null, after saying so, where Scrapy is not installed.</summary>
    public static async Task<CrawlFigures?> RunAsync(string root, string file, int atOnce)
    {
        if (!File.Exists("/usr/bin/scrapy") || !File.Exists(Python))
        {
            Console.WriteLine("scrapy   skipped: it is not installed; «apt-get install python3-scrapy» brings it.");
            return null;
        }

        var concurrency = atOnce.ToString(CultureInfo.InvariantCulture);
        return await CrawlBenchmark.FiguresAsync(
            Python, "-m", "scrapy", "runspider", Repository.Folder("tests", "Benchmarks", "scrapy", "course_spider.py"),
            "-a", $"root={root}", "-O", file, "--nolog",
            "-s", $"CONCURRENT_REQUESTS={concurrency}", "-s", $"CONCURRENT_REQUESTS_PER_DOMAIN={concurrency}",
            "-s", "DOWNLOAD_DELAY=0", "-s", "ROBOTSTXT_OBEY=True", "-s", "FEED_EXPORT_ENCODING=utf-8", "-s", "TELNETCONSOLE_ENABLED=False");
    }
}
