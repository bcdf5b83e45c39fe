using System.Text.Json;
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
        Assert.Equal(["1", "2"], harvested.Pages.Select(page => page.Marker));

        var told = new Portal().With("/", "").With(Posts + "1&_embed=1", List([.. Enumerable.Range(1, 100).Select(id => Post(id, "Вебінар"))]), type: Json, headers: new() { ["X-WP-TotalPages"] = "1" });
        Assert.Equal(100, (await Harvested.Of(platform, source, told)).Listings.Count);
        Assert.Equal(2, told.Asked.Count);
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker()
    {
        var portal = new Portal().With("/", "").With(Posts + "2&_embed=1", List(Post(7, "Вебінар")), type: Json);
        Assert.Equal(["7"], (await Harvested.Of(platform, source, portal, marker: "1")).ById.Keys);
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
            Post(2, "Курси", "<a href='https://learn.example/courses/1'>1</a> <a href='https://learn.example/courses/2'>2</a>")), type: Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal("https://learn.example/courses/1", harvested.ById["1"].Url);
        Assert.Equal("https://portal.example/p-2/", harvested.ById["2"].Url);
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
        link = $"https://portal.example/p-{id}/",
        title = new { rendered = title },
        content = new { rendered = content, @protected = false },
        excerpt = new { rendered = "<p>Уривок.</p>", @protected = false },
    };
}
