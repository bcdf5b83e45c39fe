using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Prometheus;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Platforms;
using DcCourseIndex.Crawler.Visibility;
using DcCourseIndex.Crawler.Work;

namespace DcCourseIndex.Crawler.Tests.Work;

/// <summary>What a first look at a portal tells a librarian.</summary>
public sealed class SourceCheckTests
{
    private readonly SourceCheck check = new(LoopbackPortal.Fetchers(), new Dictionary<string, ICoursePlatform> { ["prometheus"] = new PrometheusPlatform() }, Prepared.Listings(), new OutdatedTerms(Prepared.Analysis));

    [Fact]
    public async Task A_portal_that_only_a_browser_fills_is_said_to_need_a_file()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><body><div id=app></div></body></html>");
        var look = await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None);
        Assert.Empty(look.Courses);
        Assert.Contains("a browser fills", look.Failure, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", look.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_asks_to_log_in_is_said_to_do_so()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><body><form><input type=password name=p></form></body></html>");
        Assert.Contains("it asks to log in", (await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_contact_nothing_at_all_is_asked()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask);
        var settings = LoopbackPortal.Settings with { Contact = "" };
        var mute = new SourceCheck(LoopbackPortal.Fetchers(settings), new Dictionary<string, ICoursePlatform> { ["prometheus"] = new PrometheusPlatform() }, Prepared.Listings());
        var look = await mute.LookAsync(portal.Source() with { Platform = "prometheus" }, null, CancellationToken.None);
        Assert.StartsWith("No contact is set", look.Failure, StringComparison.Ordinal);

        using var fetcher = portal.Fetcher(settings);
        await fetcher.PrepareAsync(CancellationToken.None);
        Assert.Empty(await fetcher.SitemapsAsync(portal.Root, CancellationToken.None));
        Assert.Equal((0, 0), (portal.RobotsAsked, portal.MiningAsked));
        Assert.Empty(portal.Asked);
    }

    [Fact]
    public async Task A_source_of_files_is_not_told_to_ask_anybody()
    {
        var source = LoopbackPortal.SourceAt(new Uri("https://portal.example")) with { Address = null, Enabled = false };
        var look = await check.LookAsync(source, null, CancellationToken.None);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", look.Failure, StringComparison.Ordinal);
        Assert.Contains("new-source", look.Failure, StringComparison.Ordinal);
        Assert.Empty(CheckAdvice.Of(source, look));
    }

    [Fact]
    public async Task What_a_portal_shows_is_shown_with_its_competences()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><a href='/prometheus-free/bezpeka/'><article class='course-card'><h3>Безпека</h3></article></a></html>")
            .With("/prometheus-free/bezpeka/", "<html><head><meta property=og:description content='Як захистити персональні дані та паролі в інтернеті.'></head><body><h1>Кібербезпека та захист персональних даних</h1></body></html>");
        var look = await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None);
        Assert.Null(look.Failure);
        Assert.Contains("4.2", Assert.Single(look.Courses).Tagging.Competences.Select(competence => competence.Code));
    }

    [Fact]
    public async Task The_owner_learns_what_keeps_the_courses_from_being_found()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><a href='/prometheus-free/eom/'><article class='course-card'><h3>ЕОМ</h3></article></a></html>")
            .With("/prometheus-free/eom/", "<html><head><meta property=og:description content='Перші кроки.'></head><body><h1>Робота на ЕОМ</h1></body></html>");
        var look = await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None);
        var lines = look.Visibility!.Lines.ToDictionary(line => line.Subject, line => line.IsGood);
        Assert.True(lines["robots.txt"]);
        Assert.True(lines["noindex"]);
        Assert.False(lines["sitemap"]);
        Assert.False(lines["schema.org"]);
        Assert.Equal("комп'ютер", Assert.Single(look.Visibility.Titles).Current);
    }

    [Fact]
    public async Task A_page_that_is_described_and_in_a_sitemap_is_praised_and_one_that_hides_is_not()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/sitemap.xml", "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{root}/x</loc></url></urlset>")
            .With("/courses-catalog/", "<html><a href='/prometheus-free/a/'><article class='course-card'><h3>А</h3></article></a></html>")
            .With("/prometheus-free/a/", """<html><head><script type="application/ld+json">{"@context":"https://schema.org","@type":"Course","name":"Таблиці"}</script></head><body><h1>Таблиці</h1></body></html>""");
        var look = await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None);
        Assert.All(look.Visibility!.Lines, line => Assert.True(line.IsGood, $"{line.Subject}: {line.Sentence}"));
    }

    [Fact]
    public async Task What_to_change_names_the_fields_that_no_course_has()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><a href='/prometheus-free/a/'><article class='course-card'><h3>А</h3></article></a></html>")
            .With("/prometheus-free/a/", "<html><body><h1>Таблиці</h1></body></html>");
        var source = site.Source("prometheus") with { Enabled = false };
        var advice = CheckAdvice.Of(source, await check.LookAsync(source, null, CancellationToken.None)).ToList();
        Assert.Contains(advice, sentence => sentence.Contains("«level»", StringComparison.Ordinal));
        Assert.Contains(advice, sentence => sentence.Contains("enabled: true", StringComparison.Ordinal));
        Assert.Contains(advice, sentence => sentence.Contains("permission:", StringComparison.Ordinal));
    }
}
