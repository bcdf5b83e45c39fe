using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.WordPress;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>Runs over small invented WordPress sites.</summary>
public sealed class WordPressPlatformTests
{
    private const string Json = "application/json; charset=UTF-8";
    private const string Posts = "/wp-json/wp/v2/posts?per_page=100&page=";

    private readonly SourceDefinition source = Portal.Source("wordpress");
    private readonly WordPressPlatform platform = new();

    [Theory]
    [InlineData("<https://portal.example/wp-json/>; rel=\"https://api.w.org/\"", "", "/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1")]
    [InlineData("<https://portal.example/?p=1>; rel=shortlink, <https://portal.example/api/>; rel=\"https://api.w.org/\"", "", "/api/wp/v2/posts?per_page=100&page=1&_embed=1")]
    [InlineData("<https://portal.example/index.php?rest_route=/>; rel=\"https://api.w.org/\"", "", "/index.php?rest_route=/wp/v2/posts&per_page=100&page=1&_embed=1")]
    [InlineData(null, "<link rel='https://api.w.org/' href='https://portal.example/rest/'>", "/rest/wp/v2/posts?per_page=100&page=1&_embed=1")]
    [InlineData(null, "", "/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1")]
    [InlineData("<https://elsewhere.example/wp-json/>; rel=\"https://api.w.org/\"", "", "/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1")]
    public async Task The_interface_is_asked_where_the_site_says_it_is(string? header, string html, string address)
    {
        var portal = new Portal()
            .With("/", $"<html><head>{html}</head></html>", headers: header is null ? null : new() { ["Link"] = header })
            .With(address, List(Post(1, "Онлайн-курс")), type: Json);
        Assert.Equal(["1"], (await Harvested.Of(platform, source, portal)).ById.Keys);
    }

    [Fact]
    public async Task Paging_ends_where_the_site_says_or_at_its_error()
    {
        var portal = new Portal().With("/", "")
            .With(Posts + "1&_embed=1", List([.. Enumerable.Range(1, 100).Select(id => Post(id, "Вебінар"))]), type: Json)
            .With(Posts + "2&_embed=1", List([.. Enumerable.Range(101, 100).Select(id => Post(id, "Вебінар"))]), type: Json)
            .With(Posts + "3&_embed=1", """{"code":"rest_post_invalid_page_number"}""", 400, Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(200, harvested.Listings.Count);
        Assert.Equal(2, harvested.Pages.Count);

        var told = new Portal().With("/", "").With(Posts + "1&_embed=1", List([.. Enumerable.Range(1, 100).Select(id => Post(id, "Вебінар"))]), type: Json, headers: new() { ["X-WP-TotalPages"] = "1" });
        Assert.Equal(100, (await Harvested.Of(platform, source, told)).Listings.Count);
        Assert.DoesNotContain(told.Asked, request => request.Address.Query.Contains("page=2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker()
    {
        var portal = new Portal().With("/", "")
            .With(Posts + "1&_embed=1", List([.. Enumerable.Range(1, 100).Select(id => Post(id, "Вебінар"))]), type: Json)
            .With(Posts + "2&_embed=1", List(Post(700, "Вебінар")), type: Json, headers: new() { ["X-WP-TotalPages"] = "2" })
            .With("/wp-json/wp/v2/pages?per_page=100&page=1&_embed=1", List(Post(800, "Курс «Архіви»")), type: Json);
        var whole = await Harvested.Of(platform, source, portal);
        Assert.Equal(["700", "800"], (await Harvested.Of(platform, source, portal, marker: whole.Pages[0].Marker)).ById.Keys);
        Assert.Equal(["800"], (await Harvested.Of(platform, source, portal, marker: whole.Pages[1].Marker)).ById.Keys);
    }

    [Theory]
    [InlineData("Навчання")]
    [InlineData("navchannia")]
    [InlineData("2")]
    public async Task Named_categories_are_asked_for_with_those_below_them(string name)
    {
        var portal = new Portal().With("/", "")
            .With("/wp-json/wp/v2/categories?per_page=100&page=1", """[{"id":2,"name":"Навчання","slug":"navchannia","parent":0},{"id":3,"name":"Онлайн","slug":"online","parent":2},{"id":4,"name":"Інше","slug":"other","parent":0}]""", type: Json)
            .With("/wp-json/wp/v2/posts?per_page=100&page=1&categories=2,3&_embed=1", List(Post(1, "Читаємо дані"), Post(2, "Підсумки року")), type: Json);
        Assert.Equal(["1"], (await Harvested.Of(platform, source with { Categories = [name] }, portal)).ById.Keys);
        Assert.Contains("«Немає»", await RefusalOf(portal, source with { Categories = ["Немає"] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_announces_one_page_stands_for_it_and_else_for_itself()
    {
        var portal = new Portal().With("/", "").With(Posts + "1&_embed=1", List(
            Post(1, "Курс", "<a href='https://learn.example/courses/1'>тут</a>"),
            Post(2, "Курси", "<p><a href='https://learn.example/courses/1'>тут</a> і <a href='https://learn.example/courses/2'>там</a></p>")), type: Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal("https://learn.example/courses/1", harvested.ById["1"].Url);
        Assert.Equal("https://portal.example/p-2/", harvested.ById["2"].Url);
    }

    [Fact]
    public async Task A_site_with_plain_addresses_is_asked_behind_its_home_page()
    {
        var portal = new Portal().With("/", "<title>Головна</title>")
            .With("/wp-json/wp/v2/types", "<title>Головна</title>", endsAt: "/")
            .With("/?rest_route=/wp/v2/types", "{}", type: Json)
            .With("/?rest_route=/wp/v2/posts&per_page=100&page=1&_embed=1", List(Post(1, "Вебінар")), type: Json);
        Assert.Equal(["1"], (await Harvested.Of(platform, source, portal)).ById.Keys);
        Assert.DoesNotContain(portal.Asked, request => request.Address.AbsolutePath == "/wp-json/wp/v2/posts");
    }

    [Fact]
    public async Task What_the_site_keeps_as_courses_is_a_course_whatever_its_title()
    {
        var portal = new Portal().With("/", "")
            .With("/wp-json/wp/v2/types", """{"sfwd-courses":{"slug":"sfwd-courses","name":"Courses","rest_base":"sfwd-courses"},"sfwd-quiz":{"slug":"sfwd-quiz","name":"Quiz","rest_base":"sfwd-quiz"}}""", type: Json)
            .With(Posts + "1&_embed=1", List(Post(1, "Новини")), type: Json)
            .With("/wp-json/wp/v2/sfwd-courses?per_page=100&page=1&_embed=1", List(Post(9, "Медіаграмотність", "<p><a href='https://learn.example/courses/1'>партнер</a></p>")), type: Json);
        var listing = Assert.Single((await Harvested.Of(platform, source, portal)).Listings);
        Assert.Equal(("9", "https://portal.example/p-9/"), (listing.Id, listing.Url));
        Assert.DoesNotContain(portal.Asked, request => request.Address.AbsolutePath.Contains("quiz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_is_a_course_where_its_title_names_one_or_it_lists_some()
    {
        const string two = "<ul><li><a href='https://learn.example/courses/1'>Факти</a></li><li><a href='https://learn.example/courses/2'>Дані</a></li></ul>";
        var portal = new Portal().With("/", "")
            .With(Posts + "1&_embed=1", List(Post(1, "Новини")), type: Json)
            .With("/wp-json/wp/v2/pages?per_page=100&page=1&_embed=1", List(
                Post(2, "Курс «Архіви»"), Post(3, "Наші курси", two), Post(4, "Курси та тренінги"), Post(5, "Навчання", two), Post(6, "Контакти")), type: Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["Архіви", "Дані", "Факти"], harvested.Listings.Select(listing => listing.Title.Replace("Курс «", "", StringComparison.Ordinal).TrimEnd('»')).Order());
        Assert.Equal(["2", "3", "3"], harvested.Listings.Select(listing => listing.Id.Split('-')[0]).Order());
    }

    [Fact]
    public async Task A_course_that_a_changed_post_names_no_more_is_gone()
    {
        const string changed = "/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1&modified_after=2026-11-19T10%3A00%3A00Z";
        static string Items(params int[] courses) => $"<ul>{string.Concat(courses.Select(id => $"<li><a href='https://learn.example/courses/{id}'>Курс номер {id}</a></li>"))}</ul>";
        Portal On(PastHarvest past, string posts, string address = Posts + "1&_embed=1") => new Portal { Past = past }.With("/", "").With(address, posts, type: Json);
        var first = await Harvested.Of(platform, source, On(Earlier.Nothing, List(Post(1, "Підбірка курсів", Items(1, 2, 3)), Post(2, "Курс"))));
        Assert.Equal(4, first.Listings.Count);

        var second = await Harvested.Of(platform, source, On(Earlier.At(1, first), List(Post(1, "Підбірка курсів", Items(3, 2))), changed));
        var gone = first.Listings.Single(listing => listing.Url.EndsWith("/1", StringComparison.Ordinal)).Id;
        Assert.Equal([gone], second.Pages.SelectMany(page => page.Deleted));
        Assert.All(second.Listings, listing => Assert.Equal(first.ById[listing.Id].Url, listing.Url));

        var third = await Harvested.Of(platform, source, On(Earlier.At(2, first, second), List(Post(1, "Новини")), changed));
        Assert.Equal(second.ById.Keys.Order(), third.Pages.SelectMany(page => page.Deleted).Order());
        Assert.Equal(2, third.Pages[^1].Bookmark!.Split(' ').Length);
    }

    [Theory]
    [InlineData("""{"code":"rest_login_required"}""", 401, Json, "closed (401)")]
    [InlineData("", 404, "text/html", "closed (404)")]
    [InlineData("<!DOCTYPE html><title>Головна</title>", 200, "text/html", "HTML page")]
    [InlineData("[{\"id\":1,", 200, Json, "not whole JSON")]
    [InlineData("""{"code":"rest_no_route"}""", 200, Json, "rest_no_route")]
    [InlineData("[]", 200, Json, "none of the 0 posts")]
    [InlineData("<html>", 503, "text/html", "503")]
    public async Task What_is_no_list_of_posts_is_refused(string body, int status, string type, string says) =>
        Assert.Contains(says, await RefusalOf(new Portal().With("/", "").With(Posts + "1&_embed=1", body, status, type), source), StringComparison.Ordinal);

    private async Task<string> RefusalOf(Portal portal, SourceDefinition of) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, of, portal))).Message;

    private static string List(params object[] posts) => JsonSerializer.Serialize(posts);

    private static object Post(int id, string title, string content = "<p>Текст.</p>") => new
    {
        id,
        status = "publish",
        modified_gmt = "2026-11-20T10:00:00",
        link = $"https://portal.example/p-{id}/",
        title = new { rendered = title },
        content = new { rendered = content, @protected = false },
        excerpt = new { rendered = "<p>Уривок.</p>", @protected = false },
    };
}
