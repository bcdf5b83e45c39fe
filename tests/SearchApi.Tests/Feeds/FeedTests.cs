using System.Net;
using System.Xml.Linq;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Feeds;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Feeds;

public sealed class FeedTests
{
    private const string Hostile = "]]></title><script>alert(1)</script>&x;\u0001\r\nEND:VEVENT";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Formats => [.. FeedFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_feed_that_has_not_changed_is_not_sent_again(string format)
    {
        await using var site = await SampleSite.SharedAsync();
        var address = new Uri($"/api/v1/feed?format={format}", UriKind.Relative);
        using var first = await site.Client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfModifiedSince = first.Content.Headers.LastModified;

        using var second = await site.Client.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, second.StatusCode));
        Assert.Equal(SampleCourses.Seen.AddDays(-3), first.Content.Headers.LastModified);
        Assert.NotNull(first.Headers.ETag);
    }

    [Fact]
    public async Task Atom_names_every_course_by_its_page()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { PublicAddress = new("https://courses.example.org") });

        var feed = XDocument.Parse(await TextAsync(site, "/api/v1/feed?lang=en"));

        Assert.Equal("https://courses.example.org/api/v1/feed?lang=en", feed.Root!.Element(Atom + "id")!.Value);
        Assert.Equal(SampleCourses.All.Select(known => $"https://courses.example.org/courses/{known.Course.Id}?lang=en"), feed.Descendants(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
        Assert.All(feed.Descendants(Atom + "entry"), entry => Assert.NotNull(entry.Element(Atom + "author")));
        Assert.Equal("2026-11-17T03:15:00Z", feed.Root.Element(Atom + "updated")!.Value);
    }

    [Theory]
    [InlineData("/api/v1/feed", SortOrder.Newest)]
    [InlineData("/api/v1/feed?format=ical", SortOrder.Start)]
    [InlineData("/api/v1/feed?format=rss&sort=title", SortOrder.Title)]
    public async Task A_feed_begins_with_what_is_new_and_a_calendar_with_what_is_next(string address, SortOrder sort)
    {
        await using var site = await SampleSite.StartAsync();

        await TextAsync(site, address);

        Assert.Equal(sort, site.Searcher.Last!.Sort);
    }

    [Fact]
    public async Task A_text_stays_text_in_Atom_and_in_the_HTML_of_RSS()
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(Hostile, Hostile, Hostile, Hostile)]);

        var atom = XDocument.Parse(await TextAsync(site, "/api/v1/feed"));
        var rss = XDocument.Parse(await TextAsync(site, "/api/v1/feed?format=rss"));

        Assert.StartsWith("]]></title><script>", atom.Descendants(Atom + "entry").Single().Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", rss.Descendants("item").Single().Element("description")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_stays_text_in_a_feed()
    {
        await using var site = await SampleSite.SharedAsync();

        var feed = XDocument.Parse(await TextAsync(site, $"/api/v1/feed?q={Uri.EscapeDataString("\"><script>alert(1)</script>")}"));

        Assert.DoesNotContain(feed.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public async Task A_calendar_has_the_dated_runs_in_days_of_Kyiv()
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(Hostile + new string('ї', 90) + " a,b;c\\d"), SampleCourses.Media]);

        var calendar = await TextAsync(site, "/api/v1/feed?format=ical");
        var lines = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

        Assert.Single(lines, "BEGIN:VEVENT");
        Assert.Single(lines, "END:VEVENT");
        Assert.Contains("DTSTART;VALUE=DATE:20261201", lines);
        Assert.Contains("DTEND;VALUE=DATE:20261221", lines);
        Assert.EndsWith("її a\\,b\\;c\\\\d", Assert.Single(lines, line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Theory]
    [InlineData("/api/v1/feed?format=pdf")]
    [InlineData("/api/v1/feed?cursor=after-20")]
    [InlineData("/api/v1/feed?competence=9.9")]
    public async Task What_no_feed_takes_is_a_problem(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(400, (await site.JsonAsync(address)).Status);
    }

    [CheckedBy("xmllint", "libxml2-utils")]
    public async Task Xmllint_finds_feeds_well_formed()
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(Hostile, Hostile), .. SampleCourses.All]);
        foreach (var format in new[] { "atom", "rss" })
        {
            var (code, _, complaints) = await Checker.RunAsync("xmllint", System.Text.Encoding.UTF8.GetBytes(await TextAsync(site, $"/api/v1/feed?format={format}")), "--noout", "--nonet", "{}");
            Assert.Equal((0, ""), (code, complaints));
        }
    }

    [CheckedBy("/usr/lib/python3/dist-packages/feedparser/__init__.py", "python3-feedparser")]
    public async Task Feedparser_reads_every_entry_of_feeds()
    {
        const string script = "import feedparser,sys\nf=feedparser.parse(sys.argv[1])\nprint(f.version,f.bozo,len(f.entries),all(e.title and e.link and e.id and e.updated_parsed if f.version=='atom10' else e.title and e.link and e.id and e.published_parsed for e in f.entries))";
        await using var site = await SampleSite.StartAsync([HostileCourse.Of(Hostile, Hostile), .. SampleCourses.All]);
        foreach (var (format, version) in new[] { ("atom", "atom10"), ("rss", "rss20") })
        {
            var (_, output, complaints) = await Checker.RunAsync("/usr/bin/python3", System.Text.Encoding.UTF8.GetBytes(await TextAsync(site, $"/api/v1/feed?format={format}")), "-c", script, "{}");
            Assert.Equal(($"{version} False 5 True", ""), (output.Trim(), complaints));
        }
    }

    private static async Task<string> TextAsync(SampleSite site, string address)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
