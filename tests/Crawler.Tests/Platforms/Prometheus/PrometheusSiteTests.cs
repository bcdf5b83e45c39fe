using DcCourseIndex.Crawler.Platforms.Prometheus;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Prometheus;

/// <summary>Whole runs over an invented site and its invented LMS, over real HTTP.</summary>
public sealed class PrometheusSiteTests : IAsyncLifetime
{
    private const string Shell = "<html><head><title>Вигаданий Prometheus</title></head><body><div id=app></div></body></html>";
    private const string List = "/api/courses/v1/courses/?page_size=100";

    private readonly PrometheusPlatform platform = new();
    private ServedSite site = null!;
    private ServedSite lms = null!;

    public async Task InitializeAsync() => (site, lms) = (await ServedSite.StartAsync(), await ServedSite.StartAsync());

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await lms.DisposeAsync();
    }

    private SourceDefinition Source => site.Source("prometheus") with { Lms = lms.Root };

    [Fact]
    public async Task Courses_of_the_site_have_the_runs_of_the_lms_the_newest_first_in_what_is_shown()
    {
        Whole();
        var harvested = await site.HarvestAsync(platform, Source);

        Assert.Equal(["bezpeka", "lyshe_v_mapi", "sql"], harvested.Listings.Select(listing => listing.Id));
        var joined = harvested.ById["bezpeka"];
        Assert.Equal(("Безпека даних", "free", "self", "self-paced", "Вигадана бібліотека"), (joined.Title, joined.Price, joined.Access, joined.Mode, joined.Publisher));
        Assert.Equal(["2019-02-01T00:00:00Z", "2026-02-01T00:00:00Z"], joined.Instances!.Select(instance => instance.Start));
        Assert.Equal($"{site.Root}prometheus-free/bezpeka/", joined.Url);
        var paid = harvested.ById["sql"];
        Assert.Equal(("paid", 4200m, "UAH"), (paid.Price, Assert.Single(paid.Prices!).Amount, paid.Prices![0].Currency));
        Assert.Null(harvested.ById["lyshe_v_mapi"].Instances);
        Assert.All(harvested.Pages, page => Assert.False(page.Partial));
    }

    [Fact]
    public async Task An_empty_shell_of_the_catalogue_is_made_up_for_by_the_sitemap()
    {
        Whole().With("/courses-catalog/", Shell);
        var harvested = await site.HarvestAsync(platform, Source);
        Assert.Equal(["bezpeka", "lyshe_v_mapi"], harvested.Listings.Select(listing => listing.Id));
        Assert.Equal("Безпека даних", harvested.ById["bezpeka"].Title);
    }

    [Fact]
    public async Task A_course_whose_page_is_a_shell_is_listed_by_its_card()
    {
        Whole().With("/prometheus-plus/sql/", Shell);
        Assert.Equal("SQL для початківців", (await site.HarvestAsync(platform, Source)).ById["sql"].Title);
    }

    [Fact]
    public async Task Where_the_site_shows_nothing_the_list_of_the_lms_stands_alone()
    {
        Runs();
        site.With("/courses-catalog/", Shell);
        var harvested = await site.HarvestAsync(platform, Source);
        Assert.Equal(["LibUA+DC101", "LibUA+OTHER"], harvested.Listings.Select(listing => listing.Id));
        Assert.Equal($"{lms.Root}courses/course-v1%3ALibUA%2BDC101%2B2026_T1/about", harvested.Listings[0].Url);
    }

    [Fact]
    public async Task Courses_known_from_the_site_do_not_become_others_when_it_turns_into_a_shell()
    {
        Whole();
        var first = await site.HarvestAsync(platform, Source, Earlier.Nothing);
        site.With("/courses-catalog/", Shell).Without("/sitemap.xml");
        var message = await site.RefusalAsync(platform, Source, Earlier.At(1, first));
        Assert.Contains("--full", message, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shells_everywhere_name_each_way_that_was_tried_and_the_import_of_a_file()
    {
        site.With("/courses-catalog/", Shell);
        lms.With("/courses", Shell);
        var message = await site.RefusalAsync(platform, Source);
        Assert.Contains("/courses-catalog/ shows no course", message, StringComparison.Ordinal);
        Assert.Contains("names no sitemap", message, StringComparison.Ordinal);
        Assert.Contains("/api/courses/v1/courses/", message, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitemap_of_shells_is_an_alarm_too()
    {
        site.With("/courses-catalog/", Shell).With("/sitemap.xml", Map(Enumerable.Range(1, 6).Select(number => ($"/prometheus-free/kurs-{number}/", "2026-01-01"))));
        for (var number = 1; number <= 6; number++) site.With($"/prometheus-free/kurs-{number}/", Shell);
        Assert.Contains("dccourseindex import", await site.RefusalAsync(platform, Source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_night_asks_for_lists_alone_and_still_learns_of_a_new_run()
    {
        Whole();
        var first = await site.HarvestAsync(platform, Source, Earlier.Nothing);
        var asked = site.Asked.Count;
        Assert.Equal(first.ById["bezpeka"], (await site.HarvestAsync(platform, Source, Earlier.At(1, first))).ById["bezpeka"]);
        Assert.DoesNotContain(site.Asked.Skip(asked), line => line.Contains("/prometheus-", StringComparison.Ordinal));

        Runs("""{"id":"course-v1:LibUA+DC101+2027_T1","name":"Безпека даних","org":"Вигадана бібліотека","start":"2027-02-01T00:00:00Z","start_type":"timestamp","pacing":"self"},""");
        Assert.Equal(3, (await site.HarvestAsync(platform, Source, Earlier.At(1, first))).ById["bezpeka"].Instances!.Count);
    }

    [Fact]
    public async Task An_lms_that_is_out_of_order_tonight_takes_no_runs_away()
    {
        Whole();
        var first = await site.HarvestAsync(platform, Source, Earlier.Nothing);
        lms.With(List, "{\"results\":[{\"id\"");
        Assert.Equal(first.ById["bezpeka"], (await site.HarvestAsync(platform, Source, Earlier.At(1, first))).ById["bezpeka"]);
    }

    [Fact]
    public async Task A_sitemap_that_is_out_of_order_tonight_makes_nothing_missing()
    {
        Whole().With("/sitemap.xml", "<urlset><url>");
        Assert.All((await site.HarvestAsync(platform, Source)).Pages, page => Assert.False(page.Partial));
        site.With("/sitemap.xml", "busy", 429);
        Assert.All((await site.HarvestAsync(platform, Source)).Pages, page => Assert.True(page.Partial));
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker()
    {
        Whole();
        Assert.Equal(["lyshe_v_mapi", "sql"], (await site.HarvestAsync(platform, Source, marker: "bezpeka")).Listings.Select(listing => listing.Id));
    }

    [Fact]
    public async Task A_page_that_is_gone_or_not_to_be_listed_is_no_course()
    {
        Whole().Without("/prometheus-free/lyshe_v_mapi/").With("/prometheus-plus/sql/", "<html><head><meta name=robots content=noindex></head><body><h1>SQL</h1></body></html>");
        var harvested = await site.HarvestAsync(platform, Source);
        Assert.Equal("bezpeka", Assert.Single(harvested.Listings).Id);
        Assert.Contains("noindex", Assert.Single(harvested.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_are_not_known_to_it() =>
        Assert.Contains("categories:", Assert.Single(platform.Check(Portal.Source("prometheus") with { Categories = ["Право"] })).Message, StringComparison.Ordinal);

    private ServedSite Whole()
    {
        Runs();
        return site
            .With("/courses-catalog/", """
                <html><body><div class="course-list">
                <a href="{root}/prometheus-free/bezpeka/"><article class="course-card"><div class="course-card__start">Курс доступний</div><h3 class="course-card__title">Безпека даних</h3></article></a>
                <a href="{root}/prometheus-plus/sql/"><div class="course-card-plus"><span class="course-card-plus__title">SQL для початківців</span><span class="tag-price">4&nbsp;200&nbsp;грн</span></div></a>
                </div></body></html>
                """)
            .With("/sitemap.xml", Map([("/", "2026-01-01"), ("/prometheus-free/bezpeka/", "2026-01-01"), ("/prometheus-free/lyshe_v_mapi/", "2026-01-01"), ("/blog/novyna/", "2026-01-01")]))
            .With("/prometheus-free/bezpeka/", $"<html><head><meta property=og:description content='Як захистити дані.'></head><body><h1>Безпека даних</h1><a href='{lms.Root}courses/course-v1:LibUA+DC101+2019_T1/about'>Записатися</a></body></html>")
            .With("/prometheus-free/lyshe_v_mapi/", "<html><body><h1>Лише в мапі</h1></body></html>")
            .With("/prometheus-plus/sql/", "<html><body><h1>SQL для початківців</h1></body></html>");
    }

    private void Runs(string more = "") => lms.With(List, $$"""
        {"results":[{{more}}
         {"id":"course-v1:LibUA+DC101+2019_T1","name":"Безпека даних (старий запуск)","org":"Стара назва","start":"2019-02-01T00:00:00Z","start_type":"timestamp","pacing":"instructor"},
         {"id":"course-v1:LibUA+DC101+2026_T1","name":"Безпека даних","org":"Вигадана бібліотека","start":"2026-02-01T00:00:00Z","start_type":"timestamp","pacing":"self"},
         {"id":"course-v1:LibUA+OTHER+1","name":"Немає на сайті","org":"LibUA","start_type":"empty"}],
         "pagination":{"next":null,"count":3,"num_pages":1} }
        """);

    private static string Map(IEnumerable<(string Path, string Changed)> entries) =>
        $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(entries.Select(entry => $"<url><loc>{{root}}{entry.Path}</loc><lastmod>{entry.Changed}</lastmod></url>"))}</urlset>";
}
