using System.Globalization;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Feeds;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Harvesting;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Platforms.Feeds;

/// <summary>Runs over small invented feeds.</summary>
public sealed class FeedPlatformTests
{
    private const string Xml = "application/rss+xml";

    private readonly SourceDefinition source = Portal.Source("feed") with { Address = new Uri("https://portal.example/feed") };
    private readonly FeedPlatform platform = new();

    [Fact]
    public async Task A_feed_shows_only_the_newest_so_nothing_else_is_missing()
    {
        var harvested = await Harvested.Of(platform, source, Feed("/feed", Item(1, "Онлайн-курс"), Item(2, "Новина дня")));
        Assert.Equal(["https://portal.example/1"], harvested.ById.Keys);
        Assert.True(Assert.Single(harvested.Pages).Partial);
    }

    [Fact]
    public async Task A_feed_that_says_it_is_complete_is_the_whole_list()
    {
        var body = Rss("<fh:complete xmlns:fh=\"http://purl.org/syndication/history/1.0\"/>", Item(1, "Онлайн-курс"));
        Assert.False(Assert.Single((await Harvested.Of(platform, source, new Portal().With("/feed", body, type: Xml))).Pages).Partial);
    }

    [Fact]
    public async Task Named_categories_announce_courses_and_a_star_takes_everything()
    {
        var portal = Feed("/feed", Item(1, "Читаємо дані", "Навчання"), Item(2, "Підсумки року", "навчання "), Item(3, "Новина дня"));
        Assert.Equal(["https://portal.example/1"], (await Harvested.Of(platform, source with { Categories = ["Навчання"] }, portal)).ById.Keys);
        Assert.Equal(3, (await Harvested.Of(platform, source with { Categories = ["*"] }, portal)).Listings.Count);
        Assert.Single(platform.Check(source with { Categories = ["*", "Навчання"] }));
    }

    [Fact]
    public async Task An_entry_that_announces_a_course_elsewhere_stands_for_it()
    {
        var portal = Feed("/feed", "<item><title>Курс</title><link>https://portal.example/1</link><description>&lt;a href='https://learn.example/courses/9'&gt;тут&lt;/a&gt;</description></item>");
        Assert.Equal("https://learn.example/courses/9", Assert.Single((await Harvested.Of(platform, source, portal)).Listings).Url);
        Assert.Equal("https://portal.example/1", Assert.Single((await Harvested.Of(platform, source with { Categories = ["*"] }, portal)).Listings).Url);
    }

    [Fact]
    public async Task Older_pages_are_followed_where_the_feed_offers_them_and_end()
    {
        var portal = new Portal()
            .With("/feed", Rss(Next("?page=2"), Item(1, "Курс")), type: Xml)
            .With("/feed?page=2", Rss(Next("/feed?page=3"), Item(1, "Курс"), Item(2, "Курс")), type: Xml)
            .With("/feed?page=3", Rss(Next("/feed"), Item(3, "Курс")), type: Xml);
        Assert.Equal(3, (await Harvested.Of(platform, source, portal)).Listings.Count);
        Assert.Equal(3, portal.Asked.Count);
    }

    [Fact]
    public async Task Older_pages_that_the_last_run_knew_are_not_asked_for_again()
    {
        var portal = new Portal { Past = Earlier.Nothing }.With("/feed", Rss(Next("?page=2"), Item(2, "Курс", date: "2026-11-20")), type: Xml).With("/feed?page=2", Rss("", Item(1, "Курс", date: "2026-11-01")), type: Xml);
        var first = await Harvested.Of(platform, source, portal);
        var later = new Portal { Past = Earlier.At(1, first) }
            .With("/feed", Rss(Next("?page=2"), Item(3, "Курс", date: "2026-11-21"), Item(2, "Скасовано", date: "2026-11-20")), type: Xml)
            .With("/feed?page=2", Rss(Next("?page=3"), Item(1, "Курс", date: "2026-11-01")), type: Xml);
        var second = await Harvested.Of(platform, source, later);
        Assert.Equal(2, later.Asked.Count);
        Assert.Equal(["https://portal.example/2"], second.Pages[0].Deleted);
    }

    [Fact]
    public async Task A_later_run_without_any_course_is_no_failure_and_a_first_one_is()
    {
        var first = await Harvested.Of(platform, source, new Portal { Past = Earlier.Nothing }.With("/feed", Rss("", Item(1, "Курс")), type: Xml));
        var later = new Portal { Past = Earlier.At(20, first) }.With("/feed", Rss("", Item(2, "Новина")), type: Xml);
        Assert.Empty((await Harvested.Of(platform, source, later)).Listings);
        Assert.Contains("none of the 1 entries", await RefusalOf(Feed("/feed", Item(2, "Новина"))), StringComparison.Ordinal);
        Assert.Contains("no entry", await RefusalOf(Feed("/feed")), StringComparison.Ordinal);
        Assert.Contains("no RSS", await RefusalOf(new Portal().With("/feed", "<html/>")), StringComparison.Ordinal);
        Assert.Contains("DTD", await RefusalOf(new Portal().With("/feed", "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss/>")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_feed_of_a_list_is_read_and_a_broken_one_stops_none()
    {
        var list = "<opml><body><outline xmlUrl=\"/a.rss\"/><outline xmlUrl=\"/gone.rss\"/><outline xmlUrl=\"/b.rss\"/><outline xmlUrl=\"/list.opml\"/><outline xmlUrl=\"https://elsewhere.example/feed\"/></body></opml>";
        var portal = Feed("/a.rss", Item(1, "Курс")).With("/b.rss", Rss("", Item(2, "Вебінар")), type: Xml).With("/feed", list, type: Xml).With("/list.opml", list, type: Xml);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(2, harvested.Listings.Count);
        Assert.Equal(3, harvested.Refusals.Count);
        Assert.DoesNotContain(portal.Asked, request => request.Address.Host == "elsewhere.example");
        Assert.Equal(["https://portal.example/2"], (await Harvested.Of(platform, source, portal, marker: "1")).ById.Keys);
        Assert.Contains("names no feed", await RefusalOf(new Portal().With("/feed", "<opml><body/></opml>", type: Xml)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_made_to_keep_a_parser_busy_is_refused_alone()
    {
        var portal = Feed("/feed", Item(1, "Курс"), $"<item><title>Новина</title><link>/2</link><description>курс реєстрація {string.Concat(Enumerable.Repeat("&lt;div&gt;", 6000))}</description></item>");
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Single(harvested.Listings);
        Assert.Equal("https://portal.example/2", Assert.Single(harvested.Refusals).SourceId);
    }

    [Fact]
    public async Task Courses_that_leave_the_feed_stay_in_the_catalogue_night_after_night()
    {
        var night = 0;
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.ContentType = Xml;
            return context.Response.WriteAsync(Rss("", Item(night + 1, "Вигаданий курс про дані"), Item(night + 2, "Вигаданий вебінар про пошук")));
        });
        using var nights = new Nights(portal.Source() with { Platform = "feed", Address = portal.At("/feed") });
        for (; night < 4; night++) await nights.HarvestAsync();
        var report = await nights.HarvestAsync();
        Assert.Equal(Catalog.Ledger.RunState.Promoted, report.State);
        Assert.Equal(0, report.Missing);
        Assert.Equal(6, (await nights.Catalog.SourcesAsync(CancellationToken.None)).Single().Active);
    }

    private async Task<string> RefusalOf(Portal portal) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, source, portal))).Message;

    private static Portal Feed(string path, params string[] items) => new Portal().With(path, Rss("", items), type: Xml);

    private static string Rss(string head, params string[] items) => $"<rss version=\"2.0\"><channel><title>Вигадана стрічка</title>{head}{string.Concat(items)}</channel></rss>";

    private static string Next(string address) => $"<a:link xmlns:a=\"http://www.w3.org/2005/Atom\" rel=\"next\" href=\"{address}\"/>";

    private static string Item(int id, string title, string category = "Різне", string date = "2026-11-20") => string.Create(CultureInfo.InvariantCulture,
        $"<item><title>{title}</title><link>https://portal.example/{id}</link><category>{category}</category><pubDate>{date}</pubDate></item>");
}
