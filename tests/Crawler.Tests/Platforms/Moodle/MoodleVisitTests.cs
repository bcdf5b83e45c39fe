using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>Runs over the public pages of small invented portals, each odd in one thing.</summary>
public sealed class MoodleVisitTests
{
    private const string Chooser = """
        <select name="jump"><option value="/course/index.php?categoryid=2">Право</option><option value="/course/index.php?categoryid=3">Право / Земля</option><option value="/course/index.php?categoryid=4">Мови</option></select>
        """;

    private readonly SourceDefinition source = Portal.Source("moodle");
    private readonly MoodlePlatform platform = new(_ => null);

    [Fact]
    public async Task Lists_and_information_pages_together_make_whole_courses()
    {
        var portal = Three();
        var harvested = await Harvested.Of(platform, source, portal);

        Assert.Equal(["10", "11", "12"], harvested.ById.Keys.Order());
        Assert.Equal("<p>Про землю.</p>", harvested.ById["11"].Summary);
        Assert.Equal(["Право", "Земля"], harvested.ById["11"].Subjects);
        Assert.Equal("https://portal.example/course/view.php?id=11", harvested.ById["11"].Url);
        Assert.Equal("guest", harvested.ById["11"].Access);
        Assert.Equal("unknown", harvested.ById["10"].Access);
        Assert.Null(harvested.ById["12"].Subjects);
        Assert.Single(portal.Asked, request => request.Address.AbsolutePath == "/course/info.php");
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker()
    {
        var portal = Three();
        var harvested = await Harvested.Of(platform, source, portal, marker: "11");
        Assert.Equal(["12"], harvested.ById.Keys);
        Assert.Equal(3, harvested.Pages[0].Expected);
        Assert.DoesNotContain(portal.Asked, request => request.Address.AbsolutePath == "/course/info.php");
    }

    [Fact]
    public async Task The_next_night_asks_for_lists_alone()
    {
        var first = await Harvested.Of(platform, source, Three(Earlier.Nothing));
        var portal = Three(Earlier.At(1, first));
        var second = await Harvested.Of(platform, source, portal);
        Assert.DoesNotContain(portal.Asked, request => request.Address.AbsolutePath == "/course/info.php");
        Assert.Equal(first.ById["11"], second.ById["11"]);
        Assert.Equal("<p>Про землю.</p>", second.ById["11"].Summary);
    }

    [Theory]
    [InlineData("Право", "10,11")]
    [InlineData("земля", "11")]
    [InlineData("Право / Земля", "11")]
    [InlineData("3", "11")]
    public async Task A_named_category_includes_those_below_it_and_no_other_course(string category, string ids)
    {
        var portal = Three();
        var harvested = await Harvested.Of(platform, source with { Categories = [category] }, portal);
        Assert.Equal(ids.Split(','), harvested.ById.Keys.Order());
        Assert.DoesNotContain(portal.Asked, request => request.Address.Query.Contains("categoryid=4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_category_that_the_portal_does_not_show_is_named() =>
        Assert.Contains("«Прво»", await RefusalOf(Three(), source with { Categories = ["Право", "Прво"] }), StringComparison.Ordinal);

    [Fact]
    public async Task A_portal_that_asks_everybody_to_log_in_is_closed_and_needs_a_token()
    {
        var message = await RefusalOf(new Portal().With("/course/index.php", "<body></body>", endsAt: "/login/index.php"), source);
        Assert.Contains("closed", message, StringComparison.Ordinal);
        Assert.Contains("`token:`", message, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/course/index.php", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_login_that_is_not_followed_means_the_same() => Assert.Contains("closed", await RefusalOf(
        new Portal().With("/course/index.php", "", 303, headers: new() { ["Location"] = "https://portal.example/login/index.php" }), source), StringComparison.Ordinal);

    [Fact]
    public async Task A_login_page_in_the_middle_ends_the_run()
    {
        var portal = Three().With("/course/index.php?categoryid=3&browse=courses&perpage=100&page=0", "<body id=page-login-index></body>");
        Assert.Contains("closed", await RefusalOf(portal, source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_front_page_behind_login_hides_only_itself()
    {
        var harvested = await Harvested.Of(platform, source, Three().With("/", "", endsAt: "/login/index.php"));
        Assert.Equal(["10", "11"], harvested.ById.Keys.Order());
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_ends_the_run_so_that_nothing_counts_as_missing()
    {
        Assert.Contains("categoryid=3", await RefusalOf(Three().Failing("/course/index.php?categoryid=3&browse=courses&perpage=100&page=0", FailureKind.Timeout), source), StringComparison.Ordinal);
        Assert.Contains("no answer came", await RefusalOf(Three().Failing("/", FailureKind.ServerError), source), StringComparison.Ordinal);
        Assert.Contains("503", await RefusalOf(Three().With("/", "<body id=page-maintenance-message>", 503), source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_deleted_since_it_was_named_is_passed_over()
    {
        var portal = Three().With("/course/index.php?categoryid=4&browse=courses&perpage=100&page=0", "", 404);
        Assert.Equal(3, (await Harvested.Of(platform, source, portal)).Listings.Count);
    }

    [Fact]
    public async Task A_course_hidden_since_it_was_listed_is_left_out_without_a_refusal()
    {
        var harvested = await Harvested.Of(platform, source, Three().With("/course/info.php?id=11", "", 404));
        Assert.Equal(["10", "12"], harvested.ById.Keys.Order());
        Assert.Empty(harvested.Refusals);
    }

    [Fact]
    public async Task A_course_whose_information_page_fails_is_a_refusal()
    {
        var harvested = await Harvested.Of(platform, source, Three().Failing("/course/info.php?id=11", FailureKind.Timeout));
        Assert.Equal(["10", "12"], harvested.ById.Keys.Order());
        var refusal = Assert.Single(harvested.Refusals);
        Assert.Equal("11", refusal.SourceId);
        Assert.Contains("/course/info.php?id=11", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_information_pages_failing_in_a_row_end_the_run()
    {
        var boxes = string.Concat(Enumerable.Range(20, 9).Select(id => Collapsed(id)));
        var portal = new Portal().With("/course/index.php", Page(Chooser + boxes));
        Assert.Contains("5 courses in a row", await RefusalOf(portal.Failing("/course/info.php?id=20", FailureKind.Timeout).Failing("/course/info.php?id=21", FailureKind.Timeout)
            .Failing("/course/info.php?id=22", FailureKind.Timeout).Failing("/course/info.php?id=23", FailureKind.Timeout).Failing("/course/info.php?id=24", FailureKind.Timeout), source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_shows_no_course_is_never_an_empty_success() =>
        Assert.Contains("no course", await RefusalOf(new Portal().With("/course/index.php", Page(Chooser)), source), StringComparison.Ordinal);

    [Theory]
    [InlineData("<html><body>Домен продається</body></html>", 200, "no page of Moodle")]
    [InlineData("<body id=page-maintenance-message></body>", 200, "maintenance")]
    [InlineData("", 404, "platform:")]
    [InlineData("", 403, "403")]
    public async Task What_is_no_list_is_refused_with_a_remedy(string body, int status, string says) =>
        Assert.Contains(says, await RefusalOf(new Portal().With("/course/index.php", body, status), source), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_chooser_the_tree_is_walked_down()
    {
        var portal = new Portal()
            .With("/course/index.php", Page(Node(2, "Право")))
            .With("/course/index.php?categoryid=2&browse=courses&perpage=100&page=0", Page(Box(10, "Закон", "<p>Про закон.</p>")))
            .With("/course/index.php?categoryid=2", Page(Node(3, "Земля") + Box(10, "Закон", "<p>Про закон.</p>")))
            .With("/course/index.php?categoryid=3&browse=courses&perpage=100&page=0", Page(Box(11, "Кадастр", "<p>Про землю.</p>")))
            .With("/course/index.php?categoryid=3", Page(Box(11, "Кадастр", "<p>Про землю.</p>")));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["Право", "Земля"], harvested.ById["11"].Subjects);
        Assert.Equal(["Право"], harvested.ById["10"].Subjects);
    }

    [Fact]
    public async Task A_long_category_is_read_page_by_page_and_an_endless_one_only_once()
    {
        string Pager(int next) => $"""<ul class="pagination"><li><a href="/course/index.php?categoryid=2&amp;browse=courses&amp;perpage=100&amp;page={next}">{next + 1}</a></li></ul>""";
        var portal = new Portal()
            .With("/course/index.php", Page("""<select name="jump"><option value="/course/index.php?categoryid=2">Право</option></select>"""))
            .With("/course/index.php?categoryid=2&browse=courses&perpage=100&page=0", Page(Box(10, "Перший", "а") + Pager(1)))
            .With("/course/index.php?categoryid=2&browse=courses&perpage=100&page=1", Page(Box(11, "Другий", "б") + Pager(2)))
            .With("/course/index.php?categoryid=2&browse=courses&perpage=100&page=2", Page(Box(11, "Другий", "б") + Pager(3)));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["10", "11"], harvested.ById.Keys.Order());
        Assert.Equal(5, portal.Asked.Count);
    }

    [Fact]
    public async Task A_front_page_that_sends_visitors_on_is_asked_to_stay()
    {
        var portal = Three().With("/?redirect=0", Page(Box(13, "З головної", "<p>Видимий.</p>"))).With("/", Page(""), endsAt: "/my/");
        Assert.Equal(["10", "11", "13"], (await Harvested.Of(platform, source, portal)).ById.Keys.Order());
    }

    [Fact]
    public async Task A_theme_that_nobody_knows_is_read_by_its_links()
    {
        static string Card(int id, string name) =>
            $"<article class=\"tile\"><a href=\"view.php?id={id}\"><img src=\"../pluginfile.php/{id}/course/overviewfiles/a.png\"><h5 class=\"tile-title\">{name}</h5></a><p class=\"tile-description\">Почат...</p><a class=\"btn\" href=\"../enrol/index.php?id={id}\">Записатися на цей дуже довгий курс</a></article>";
        static string Whole(int id, string name) =>
            Page($"<div class=\"generalbox info\"><h2><a href=\"/course/view.php?id={id}\">{name}</a></h2><div class=\"course-description\"><p>Повний опис {id}.</p></div></div>");
        var portal = new Portal()
            .With("/course/index.php", Page("<a class='tile' href='index.php?categoryid=2'><h4>Право</h4></a>"))
            .With("/course/index.php?categoryid=2&browse=courses&perpage=100&page=0", Page(Card(10, "Закон") + Card(11, "Кадастр") + "<a class='tile' href='?categoryid=3'><h4>Земля</h4></a>"))
            .With("/course/index.php?categoryid=3&browse=courses&perpage=100&page=0", Page(Card(12, "Ґрунти")))
            .With("/course/info.php?id=10", Whole(10, "Закон")).With("/course/info.php?id=11", Whole(11, "Кадастр")).With("/course/info.php?id=12", Whole(12, "Ґрунти"));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["Закон", "Кадастр", "Ґрунти"], harvested.Listings.Select(listing => listing.Title));
        Assert.Equal(["Право", "Земля"], harvested.ById["12"].Subjects);
        Assert.All(harvested.Listings, listing => Assert.Equal($"<p>Повний опис {listing.Id}.</p>", listing.Summary));
        Assert.Equal("https://portal.example/pluginfile.php/10/course/overviewfiles/a.png", harvested.ById["10"].Image);
    }

    [Fact]
    public void A_source_without_address_is_told_so() =>
        Assert.Contains("`address:`", Assert.Single(platform.Check(source with { Address = null })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_made_to_keep_a_parser_busy_is_refused() => Assert.Throws<ListingUnreliableException>(() =>
        MoodlePageReader.Read(string.Concat(Enumerable.Repeat("<div>", 200_000)), source.Address!, "uk"));

    private async Task<string> RefusalOf(Portal portal, SourceDefinition of) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, of, portal))).Message;

    // Two categories with a course each, one of them collapsed; the third course only on the front page.
    private static Portal Three(PastHarvest? past = null) => new Portal { Past = past ?? PastHarvest.None }
        .With("/course/index.php", Page(Chooser))
        .With("/course/index.php?categoryid=2&browse=courses&perpage=100&page=0", Page(Chooser + Box(10, "Закон", "<p>Про закон.</p>")))
        .With("/course/index.php?categoryid=3&browse=courses&perpage=100&page=0", Page(Chooser + Collapsed(11)))
        .With("/course/index.php?categoryid=4&browse=courses&perpage=100&page=0", Page(Chooser))
        .With("/", Page(Box(10, "Закон", "<p>Про закон.</p>") + Box(12, "З прихованої категорії", "<p>Видимий.</p>")))
        .With("/course/info.php?id=11", Page(Box(11, "Кадастр", "<p>Про землю.</p>", "<i class='icon fa fa-lock-open'></i>")));

    private static string Page(string main) => $"<!DOCTYPE html><html><body id=\"page-course-index\"><div role=\"main\">{main}</div></body></html>";

    private static string Node(int id, string name) =>
        $"<div class=\"course_category_tree\"><div class=\"category notloaded\" data-categoryid=\"{id}\"><h3 class=\"categoryname\"><a href=\"/course/index.php?categoryid={id}\">{name}</a></h3></div></div>";

    private static string Box(int id, string name, string summary, string icons = "") =>
        $"<div class=\"coursebox\" data-courseid=\"{id}\"><h3 class=\"coursename\"><a href=\"/course/view.php?id={id}\">{name}</a></h3><div class=\"enrolmenticons\">{icons}</div><div class=\"content\"><div class=\"summary\"><div class=\"no-overflow\">{summary}</div></div></div></div>";

    private static string Collapsed(int id) =>
        $"<div class=\"coursebox collapsed\" data-courseid=\"{id}\"><div class=\"coursename\"><a href=\"/course/view.php?id={id}\">Кадастр</a></div><div class=\"moreinfo\"><a href=\"/course/info.php?id={id}\">i</a></div><div class=\"content\"></div></div>";
}
