using System.Text.Json;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.MoocHub;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Platforms.MoocHub;

/// <summary>Runs over small invented lists.</summary>
public sealed class MoocHubPlatformTests
{
    private const string Json = "application/vnd.api+json; moochub-version=3.0";

    private readonly SourceDefinition source = Portal.Source("moochub") with { Address = new Uri("https://portal.example/courses") };
    private readonly MoocHubPlatform platform = new();

    [Fact]
    public async Task The_list_is_followed_to_its_end_and_the_version_asked_for()
    {
        var portal = new Portal().With("/courses", List("/courses?page=2", 3, "1", "2"), type: Json).With("/courses?page=2", List(null, 3, "2", "3"), type: Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["1", "2", "3"], harvested.ById.Keys);
        Assert.Equal(3, harvested.Pages[^1].Expected);
        Assert.All(harvested.Pages, page => Assert.False(page.Partial));
        Assert.Equal("https://portal.example/courses?page=2", harvested.Pages[0].Marker);
        Assert.Contains("moochub-version=3", portal.Asked[0].Accept, StringComparison.Ordinal);
        Assert.Equal(["2", "3"], (await Harvested.Of(platform, source, portal, harvested.Pages[0].Marker)).ById.Keys);
    }

    [Fact]
    public async Task A_server_that_knows_only_plain_json_is_asked_for_that()
    {
        var portal = new Portal().With("/courses", request => new()
        {
            Request = request,
            Address = request.Address,
            Status = request.Accept == "application/json" ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.NotAcceptable,
            Body = System.Text.Encoding.UTF8.GetBytes(List(null, null, "1")),
        });
        Assert.Single((await Harvested.Of(platform, source, portal)).Listings);
    }

    [Theory]
    [InlineData("/courses")]
    [InlineData("/courses?page=2")]
    public async Task A_list_that_leads_in_circles_ends_and_counts_nothing_as_missing(string back)
    {
        var portal = new Portal().With("/courses", List("/courses?page=2", null, "1"), type: Json).With("/courses?page=2", List(back, null, "2"), type: Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["1", "2"], harvested.ById.Keys);
        Assert.True(harvested.Pages[^1].Partial);
        Assert.Contains("circles", Assert.Single(harvested.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_whose_last_page_names_itself_is_whole()
    {
        var portal = new Portal().With("/courses", """{"data":[{"id":"1","type":"Course","attributes":{"name":"К","url":"/1"}}],"links":{"next":"/courses","last":"/courses"}}""", type: Json);
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.False(Assert.Single(harvested.Pages).Partial);
        Assert.Empty(harvested.Refusals);
    }

    [Fact]
    public async Task A_list_that_shows_the_same_page_under_ever_new_numbers_ends()
    {
        var portal = new Portal();
        for (var page = 1; page < 50; page++) portal.With(page == 1 ? "/courses" : $"/courses?page={page}", List($"/courses?page={page + 1}", null, "1"), type: Json);
        Assert.True((await Harvested.Of(platform, source, portal)).Pages[^1].Partial);
        Assert.Equal(4, portal.Asked.Count);
    }

    [Fact]
    public async Task Totals_that_lie_are_no_expectation()
    {
        var shrinking = new Portal().With("/courses", List("/courses?page=2", 9, "1"), type: Json).With("/courses?page=2", List(null, 5, "2"), type: Json);
        Assert.Null((await Harvested.Of(platform, source, shrinking)).Pages[^1].Expected);
        Assert.Null((await Harvested.Of(platform, source, new Portal().With("/courses", List(null, 1, "1", "2"), type: Json))).Pages[^1].Expected);
    }

    [Fact]
    public async Task A_next_page_on_plain_http_is_asked_as_the_list_was()
    {
        var portal = new Portal().With("/courses", List("http://portal.example/courses?page=2", null, "1"), type: Json).With("/courses?page=2", List(null, null, "2"), type: Json);
        Assert.Equal(2, (await Harvested.Of(platform, source, portal)).Listings.Count);
        Assert.All(portal.Asked, request => Assert.Equal("https", request.Address.Scheme));
    }

    [Theory]
    [InlineData("""{"data":[]}""", Json, "holds no course")]
    [InlineData("""{"data":[{"id":"1","type":"Course","attributes":{"name":"К","url":"/1"}}]}""", "application/vnd.api+json; moochub-version=4.0", "version 4")]
    [InlineData("""{"meta":{"moochub-version":"1.12"},"data":[]}""", "application/json", "version 1")]
    [InlineData("""{"data":[{"id":"1","type":"articles","attributes":{"title":"Новина"}}]}""", Json, "no list of courses")]
    [InlineData("""{"errors":[{"title":"Closed"}]}""", Json, "an error (Closed)")]
    [InlineData("<html></html>", "text/html", "HTML page")]
    [InlineData("""{"data":[{"id":"1","type":"Course","attributes":{"name":"К","url":"/1"}}],"links":{"next":"https://elsewhere.example/courses"}}""", Json, "another host")]
    public async Task What_is_no_list_is_refused_with_the_remedy(string body, string type, string says)
    {
        var refusal = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, source, new Portal().With("/courses", body, type: type)));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_portal_is_read_over_http()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.ContentType = Json;
            return context.Response.WriteAsync(context.Request.Query["page"] == "2" ? List(null, 3, "3") : List("?page=2", 3, "1", "2"));
        });
        using var fetcher = portal.Fetcher();
        var harvested = await Harvested.Of(platform, portal.Source() with { Address = portal.At("/moochub") }, fetcher);
        Assert.Equal(["1", "2", "3"], harvested.ById.Keys);
        Assert.Equal(["GET /moochub", "GET /moochub?page=2"], portal.Asked);
    }

    private static string List(string? next, int? total, params string[] ids) => JsonSerializer.Serialize(new
    {
        data = ids.Select(id => new { id, type = "Course", attributes = new { name = $"Вигаданий курс {id}", url = $"/courses/{id}" } }),
        links = new { next },
        meta = new { total },
    });
}
