using System.Globalization;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Tests.Platforms;

namespace DcCourseIndex.Crawler.Tests.Probing;

/// <summary>Invented portals, one for every interface: the address alone gives a file, and the file alone gives the courses.</summary>
public sealed class NewSourceTests
{
    [Fact]
    public async Task An_Open_edX_is_known_by_its_course_list()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html lang=uk><title>Відкриті курси (вигадані)</title><p>Вітаємо</p></html>")
            .With("/api/courses/v1/courses/?page_size=100", EdxList("course-v1:LIB+D1+2026", "course-v1:LIB+D2+2026"));
        await ReadsAsync(site, "openedx", "Open edX", 2);
    }

    [Fact]
    public async Task A_Moodle_is_known_by_its_markup_and_asked_for_web_services()
    {
        await using var site = await ServedSite.StartAsync();
        const string List = """
            <html lang="uk"><head><title>Навчання</title><meta name="keywords" content="moodle, Навчання"></head><body id="page-course-index-category" class="pagelayout-coursecategory">
            <div role="main"><div class="courses"><div class="coursebox" data-courseid="7" data-type="1"><div class="info"><h3 class="coursename"><a href="{root}/course/view.php?id=7">Безпека в мережі</a></h3></div><div class="content"><div class="summary">Паролі та шахраї.</div></div></div>
            <div class="coursebox" data-courseid="8" data-type="1"><div class="info"><h3 class="coursename"><a href="{root}/course/view.php?id=8">Пошук джерел</a></h3></div><div class="content"><div class="summary">Як шукати.</div></div></div></div></div></body></html>
            """;
        site.With("/", List).With("/?redirect=0", List).With("/course/index.php", List)
            .With("/course/info.php?id=7", List).With("/course/info.php?id=8", List)
            .With("/lib/ajax/service-nologin.php?info=tool_mobile_get_public_config", """[{"error":false,"data":{"enablewebservices":1,"enablemobilewebservice":1}}]""");
        var report = await ReadsAsync(site, "moodle", "Moodle", 2);
        Assert.Contains(report.Findings, finding => finding.Interface == "Moodle web services" && finding.What.Contains("who has a token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sitemap_whose_pages_are_described_is_read_by_the_folder_of_its_courses()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><title>Портал</title></html>")
            .With("/sitemap.xml", Sitemap("/about/", "/kursy/bezpeka/", "/kursy/tablytsi/", "/kursy/poshuk/"));
        foreach (var name in new[] { "bezpeka", "tablytsi", "poshuk" })
        {
            site.With($"/kursy/{name}/", $$"""<html><script type="application/ld+json">{"@context":"https://schema.org","@type":"Course","name":"Курс {{name}} (вигаданий)","description":"Опис."}</script><h1>Курс</h1></html>""");
        }

        var report = await ReadsAsync(site, "sitemap", "sitemap", 3);
        Assert.Contains("categories: [\"/kursy/*\"]", report.FileText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WordPress_is_known_by_the_link_to_its_interface()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><head><link rel='https://api.w.org/' href='{root}/wp-json/'></head><body>Новини бібліотеки</body></html>")
            .With("/wp-json/", """{"name":"Новини","namespaces":["wp/v2"],"routes":{}}""")
            .With("/wp-json/wp/v2/types", """{"post":{"slug":"post","rest_base":"posts"}}""")
            .With("/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1", Posts);
        var report = await ReadsAsync(site, "wordpress", "WordPress", 1);
        Assert.Contains("name: \"Новини\"", report.FileText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WordPress_with_plain_addresses_is_found_behind_rest_route()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><body><img src='/wp-content/uploads/1.png'>Новини бібліотеки</body></html>")
            .With("/?rest_route=/", """{"name":"Новини","namespaces":["wp/v2"],"routes":{}}""")
            .With("/?rest_route=/wp/v2/types", """{"post":{"slug":"post","rest_base":"posts"}}""")
            .With("/?rest_route=/wp/v2/posts&per_page=100&page=1&_embed=1", Posts);
        await ReadsAsync(site, "wordpress", "WordPress", 1);
    }

    [Fact]
    public async Task A_repository_is_found_at_an_address_that_the_page_names()
    {
        await using var site = await ServedSite.StartAsync();
        const string Head = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-20T10:00:00Z</responseDate><request>{root}/repo/oai2</request>""";
        site.With("/", "<html><a href='/repo/oai2?verb=Identify'>OAI</a></html>")
            .With("/repo/oai2?verb=Identify", "<?xml version='1.0'?>" + Head + "<Identify><repositoryName>Репозитарій (вигаданий)</repositoryName><granularity>YYYY-MM-DD</granularity><deletedRecord>no</deletedRecord></Identify></OAI-PMH>")
            .With("/repo/oai2?verb=ListRecords&metadataPrefix=oai_dc", "<?xml version='1.0'?>" + Head + """
                <ListRecords><record><header><identifier>oai:repo:1</identifier><datestamp>2026-10-01</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>Онлайн-курс «Академічна доброчесність» (вигаданий)</dc:title><dc:type>Learning Object</dc:type><dc:identifier>{root}/repo/1</dc:identifier></oai_dc:dc></metadata></record></ListRecords></OAI-PMH>
                """);
        var report = await ReadsAsync(site, "oai", "OAI-PMH", 1);
        Assert.Contains("name: \"Репозитарій (вигаданий)\"", report.FileText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_MOOChub_list_is_found_at_the_usual_place_and_preferred()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><title>MOOC</title></html>")
            .With("/api/courses/v1/courses/?page_size=100", EdxList("course-v1:LIB+D1+2026"))
            .With("/bridges/moochub/courses", """{"data":[{"id":"a1","type":"Course","attributes":{"name":"Дані (вигаданий курс)","url":"https://mooc.example/a1"}}]}""");
        await ReadsAsync(site, "moochub", "MOOChub", 1);
    }

    [Fact]
    public async Task A_feed_that_the_page_announces_is_read_with_its_query()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><head><link rel=alternate type='application/rss+xml' href='/index.php?format=feed&amp;type=rss'></head><body>Новини</body></html>")
            .With("/index.php?format=feed&type=rss", Feed);
        var report = await ReadsAsync(site, "feed", "feed", 1);
        Assert.Contains("format=feed&type=rss", report.FileText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_feed_itself_will_do()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/feed", Feed);
        var report = await Probed.LookAsync(site, "/feed");
        Assert.Equal("feed", report.Best?.Draft?.Platform);
        Assert.Single((await Probed.HarvestAsync(report)).Listings);
    }

    [Fact]
    public async Task A_calendar_that_the_page_links_to_is_read()
    {
        await using var site = await ServedSite.StartAsync();
        var day = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        site.With("/", "<html><a href='/podii.ics'>Календар</a></html>")
            .With("/podii.ics", $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{day}T100000Z\r\nDTEND:{day}T120000Z\r\nSUMMARY:Тренінг із безпеки (вигаданий)\r\nURL:https://podii.example/1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        await ReadsAsync(site, "ical", "iCalendar", 1);
    }

    [Fact]
    public async Task A_portal_of_cards_gets_a_recipe_with_its_paging()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><title>Громада</title><nav><a href='/kursy'>Курси</a><a href='/pro-nas'>Про нас</a></nav></html>")
            .With("/kursy", Cards(1, 2, 3) + "<a class=next href='/kursy?page=2'>Далі</a>")
            .With("/kursy?page=2", Cards(4));
        for (var i = 1; i <= 4; i++) site.With($"/kursy/{i}", $"<html><head><meta property=og:description content='Про курс {i}'></head><h1>Курс {i} (вигаданий)</h1></html>");
        var report = await Probed.LookAsync(site);
        Assert.Equal("recipe", report.Best?.Draft?.Platform);
        var harvested = await Probed.HarvestAsync(report);
        Assert.Equal(4, harvested.Listings.Count);
        Assert.All(harvested.Listings, listing => Assert.StartsWith("Про курс", listing.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_goes_on_by_words_and_courses_with_labels_and_prices_are_written_down()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><title>Школа</title><a href='/katalog'>Каталог курсів</a></html>")
            .With("/katalog", Priced(1, 2, 3) + "<a class=dali href='/katalog2'>Далі ›</a>")
            .With("/katalog2", Priced(4) + "<a href='/katalog'>Назад</a>");
        for (var i = 1; i <= 4; i++) site.With($"/kursy/{i}", $"<html><h1>Курс {i} (вигаданий)</h1><dl><dt>Рівень</dt><dd>Початковий</dd><dt>Тривалість:</dt><dd>{i} год</dd></dl></html>");
        var report = await Probed.LookAsync(site);
        Assert.Contains("next: \"a.dali\"", report.FileText, StringComparison.Ordinal);
        Assert.Contains("Where a course's page tells its language;", report.FileText, StringComparison.Ordinal);
        var harvested = (await Probed.HarvestAsync(report)).Listings;
        Assert.Equal(4, harvested.Count);
        Assert.All(harvested, listing => Assert.Equal("Початковий", listing.Level));
        Assert.Equal(["1 год", "2 год", "3 год", "4 год"], harvested.Select(listing => listing.Workload).Order());
        Assert.Equal(["free", "paid", "paid", "paid"], harvested.Select(listing => listing.Price).Order());
        Assert.Equal([450m, 600m, 900m], harvested.Where(listing => listing.Price == "paid").Select(listing => listing.Prices![0].Amount).Order());
    }

    [Theory]
    [InlineData("/index.php/visnyk/issue/archive", "/index.php/visnyk/oai")]
    [InlineData("/visnyk/about", "/visnyk/oai")]
    public async Task The_repository_of_a_journal_is_found_beside_its_pages(string page, string repository)
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", $"<html><a href='{page}'>Архів</a></html>").With($"{repository}?verb=Identify", "<?xml version='1.0'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><Identify><repositoryName>Вісник (вигаданий)</repositoryName></Identify></OAI-PMH>");
        var report = await Probed.LookAsync(site);
        Assert.Contains(report.Findings, finding => finding.What.Contains("Вісник", StringComparison.Ordinal));
        Assert.Contains($"{repository} and the sets", report.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><div id=app></div><script src=a.js></script></html>", "a shell that a browser fills in")]
    [InlineData("<html><form><input type=password></form></html>", "asks to log in")]
    public async Task What_hides_the_courses_is_said(string home, string why)
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", home);
        var report = await Probed.LookAsync(site);
        Assert.Contains(why, report.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", report.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_says_what_answered_what_is_unknown_and_what_comes_next()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html lang=uk><head><title>Портал: \"x\" # y\\\nplatform: moodle</title></head></html>")
            .With("/api/courses/v1/courses/?page_size=100", EdxList("course-v1:LIB+D1+2026"));
        var report = await Probed.LookAsync(site);
        Assert.Contains("# What answered:", report.FileText, StringComparison.Ordinal);
        Assert.Contains("#   Open edX: the course list interface", report.FileText, StringComparison.Ordinal);
        Assert.Contains("# What nobody knows yet:", report.FileText, StringComparison.Ordinal);
        Assert.Contains("dccourseindex check novyi", report.FileText, StringComparison.Ordinal);
        Assert.Single((await Probed.HarvestAsync(report)).Listings);
    }

    private static async Task<ProbeReport> ReadsAsync(ServedSite site, string platform, string by, int courses)
    {
        var report = await Probed.LookAsync(site);
        Assert.Null(report.Refusal);
        Assert.Equal((platform, by, courses), (report.Best!.Draft!.Platform, report.Best.Interface, report.Best.Courses));
        Assert.InRange(report.Requests, 1, AddressProbe.MostRequests);
        Assert.Equal(courses, (await Probed.HarvestAsync(report)).Listings.Count);
        return report;
    }

    private static string EdxList(params string[] keys) =>
        "{\"results\":[" + string.Join(',', keys.Select(key => $$"""{"id":"{{key}}","course_id":"{{key}}","name":"Курс {{key}} (вигаданий)","org":"LIB","number":"D","start_type":"empty","hidden":false}"""))
        + $$"""],"pagination":{"next":null,"previous":null,"count":{{keys.Length}},"num_pages":1} }""";

    private static string Sitemap(params string[] paths) => $"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{string.Concat(paths.Select(path => $"<url><loc>{{root}}{path}</loc></url>"))}</urlset>";

    private static string Cards(params int[] numbers) => $"<html><main><h1>Курси</h1><div class=list>{string.Concat(numbers.Select(i => $"<div class='card c{i}'><h3>Курс {i}</h3><p>Опис</p><a href='/kursy/{i}'>Докладніше</a></div>"))}</div></main>";

    private static string Priced(params int[] numbers) => $"<html><h1>Каталог</h1><div class=list>{string.Concat(numbers.Select(i => $"<div class=poz><h2><a href='/kursy/{i}'>Курс {i}</a></h2><a class=bilshe href='/kursy/{i}'>Далі</a><span class=cina>{(i == 1 ? "Безкоштовно" : i == 4 ? "900 грн" : $"{i * 150 + 150} грн")}</span></div>"))}</div>";

    private const string Posts = """
        [{"id":5,"date":"2026-10-01T10:00:00","date_gmt":"2026-10-01T07:00:00","modified":"2026-10-01T10:00:00","modified_gmt":"2026-10-01T07:00:00","slug":"kurs","status":"publish","type":"post","link":"{root}/kurs/",
        "title":{"rendered":"Запрошуємо на безкоштовний онлайн-курс «Цифрова безпека» (вигаданий)"},"content":{"rendered":"<p>Реєстрація на курс відкрита.</p>"},"excerpt":{"rendered":"<p>Реєстрація на курс відкрита.</p>"},"categories":[],"tags":[]}]
        """;

    private const string Feed = """
        <rss version="2.0"><channel><title>Новини</title><link>{root}/</link><description>Новини</description><item><title>Запрошуємо на безкоштовний онлайн-курс «Цифрова безпека» (вигаданий)</title><link>{root}/kurs/1</link><guid>1</guid><pubDate>Thu, 01 Oct 2026 10:00:00 GMT</pubDate><description>Реєстрація на курс відкрита.</description></item></channel></rss>
        """;
}
