using DcCourseIndex.Crawler.Platforms.Diia;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Diia;

/// <summary>Whole runs over an invented portal with the manners of Дія.Освіта, over real HTTP.</summary>
public sealed class DiiaSiteTests : IAsyncLifetime
{
    private const string Shell = "<html><head><title>Вигадана освіта</title></head><body><div id=__nuxt></div></body></html>";

    private readonly DiiaPlatform platform = new();
    private ServedSite site = null!;

    public async Task InitializeAsync() => site = await ServedSite.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    private SourceDefinition Source => site.Source("diia");

    [Fact]
    public async Task Lists_with_repeats_end_where_the_first_page_comes_again()
    {
        Whole();
        var harvested = await site.HarvestAsync(platform, Source);

        Assert.Equal(["dyzainer", "internet", "pidpys"], harvested.Listings.Select(listing => listing.Id));
        Assert.Equal(["GET /courses", "GET /courses?page=2", "GET /courses?page=3", "GET /courses?page=4"], site.Asked.Take(4));
        Assert.DoesNotContain("GET /courses?page=5", site.Asked);
        var series = harvested.ById["internet"];
        Assert.Equal(("free", "self", "self-paced", "certificate", "2 години"), (series.Price, series.Access, series.Mode, series.Credential, series.Workload));
        Assert.Equal(["Освітній серіал"], series.Subjects!);
        Assert.Null(harvested.ById["pidpys"].Subjects);
        Assert.Equal($"{site.Root}courses/internet", series.Url);
        Assert.Equal(3, harvested.Pages[^1].Expected);
    }

    [Fact]
    public async Task A_test_is_kept_apart_even_where_only_its_own_page_says_so()
    {
        Whole().With("/courses/pidpys", "<html><body><h1>Перевірте себе</h1><div class=digigram-start-heading>Цифрограм</div></body></html>");
        var harvested = await site.HarvestAsync(platform, Source);
        Assert.Equal(["dyzainer", "internet"], harvested.Listings.Select(listing => listing.Id));
        Assert.Empty(harvested.Refusals);
        Assert.Equal(2, harvested.Pages[^1].Expected);
    }

    [Fact]
    public async Task A_list_that_ends_in_404_ends_too()
    {
        Whole().Without("/courses?page=4").Without("/courses?page=3");
        Assert.Equal(3, (await site.HarvestAsync(platform, Source)).Listings.Count);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_no_list()
    {
        Whole().With("/courses?page=2", "", 403);
        Assert.Contains("page=2", await site.RefusalAsync(platform, Source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_english_pages_are_a_source_of_their_own()
    {
        site.With("/en/courses", List(Card("internet", "Safe internet", "/en/courses/", "Protect your accounts and your privacy."), Card("neperekladenyi", "Ще не перекладений курс про захист даних", "/en/courses/", "Як захистити свої дані в бібліотеці.")))
            .With("/en/courses/internet", "<html lang=en><body><h1>Safe internet</h1></body></html>")
            .With("/en/courses/neperekladenyi", "<html lang=en><body><h1>Ще не перекладений курс про захист даних</h1></body></html>");
        var harvested = await site.HarvestAsync(platform, site.Source("diia", "/en"));
        Assert.Equal("en", harvested.ById["internet"].Language);
        Assert.Null(harvested.ById["neperekladenyi"].Language);
        Assert.Equal($"{site.Root}en/courses/internet", harvested.ById["internet"].Url);
    }

    [Fact]
    public async Task Named_lists_are_read_instead_of_the_list_of_everything()
    {
        Whole().With("/catalog/appointment/for-parents", List(Card("internet", "Безпечний інтернет"), heading: "Для батьків"));
        var harvested = await site.HarvestAsync(platform, Source with { Categories = ["for-parents"] });
        Assert.Equal(["Для батьків", "Освітній серіал"], Assert.Single(harvested.Listings).Subjects!);
        Assert.Contains("/catalog/appointment/renamed", await site.RefusalAsync(platform, Source with { Categories = ["renamed"] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_turned_into_a_shell_is_read_by_its_sitemap()
    {
        Whole().With("/courses", Shell).With("/sitemap.xml", "<urlset><url><loc>{root}/courses/internet</loc></url><url><loc>{root}/courses/pidpys</loc></url><url><loc>{root}/news/1</loc></url></urlset>");
        Assert.Equal(["internet", "pidpys"], (await site.HarvestAsync(platform, Source)).Listings.Select(listing => listing.Id));
    }

    [Fact]
    public async Task No_card_and_no_sitemap_is_an_alarm_that_names_the_import_of_a_file()
    {
        site.With("/courses", Shell);
        var message = await site.RefusalAsync(platform, Source);
        Assert.Contains("shows no course", message, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_night_asks_for_lists_alone()
    {
        Whole();
        var first = await site.HarvestAsync(platform, Source, Earlier.Nothing);
        var asked = site.Asked.Count;
        Assert.Equal(first.Listings, (await site.HarvestAsync(platform, Source, Earlier.At(1, first))).Listings);
        Assert.Equal(4, site.Asked.Count - asked);
    }

    [Fact]
    public void A_category_is_the_last_part_of_an_address() =>
        Assert.Contains("«Для батьків»", Assert.Single(platform.Check(Portal.Source("diia") with { Categories = ["for-parents", "Для батьків"] })).Message, StringComparison.Ordinal);

    // Pages 2 and 3 repeat courses; beyond the third the first comes again.
    private ServedSite Whole()
    {
        var first = List(Card("internet", "Безпечний інтернет", summary: "Освітній серіал про захист акаунтів."), Card("pidpys", "Електронний підпис"));
        return site
            .With("/courses", first)
            .With("/courses?page=2", List(Card("pidpys", "Електронний підпис"), Card("dyzainer", "Графічний дизайнер")))
            .With("/courses?page=3", List(Card("pidpys", "Електронний підпис"), Card("internet", "Безпечний інтернет"), pager: "<a href='/courses?page=4'>4</a>"))
            .With("/courses?page=4", first)
            .With("/courses/internet", "<html><head><meta name=description content='Освітній серіал про захист.'></head><body><h1>Безпечний інтернет</h1><span>2 години</span></body></html>")
            .With("/courses/pidpys", "<html><body><h1>Електронний підпис</h1></body></html>")
            .With("/courses/dyzainer", "<html><body><h1>Графічний дизайнер</h1></body></html>");
    }

    private static string List(string one, string two = "", string three = "", string pager = "", string heading = "Курси") => $"<html><body><h1>{heading}</h1>{one}{two}{three}{pager}</body></html>";

    private static string Card(string slug, string title, string under = "/courses/", string summary = "Вигаданий опис.") =>
        $"<a href=\"{under}{slug}\" class=\"category-card-full\"><h5 class=\"category-card-full__title category-card-full__title--md\">{title}</h5><div class=\"category-card-full__description\">{summary}</div></a>";
}
