using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Platforms.OpenEdx;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>What platforms make of pages whose owners do not want them listed or mined.</summary>
public sealed class OwnersWishesTests
{
    private static readonly PageRules Unlisted = new() { Indexing = new() { NotListedBy = "meta name=\"robots\": noindex" } };

    [Fact]
    public async Task A_list_that_is_not_to_be_indexed_leaves_the_word_to_each_course_s_own_page()
    {
        var portal = Ruled("/course/index.php", Unlisted, Box(7) + Box(8));
        portal.With("/", "<html><body id=\"page-site-index\"></body></html>");
        Ruled("/course/info.php?id=7", Unlisted, Box(7), portal);
        Ruled("/course/info.php?id=8", new() { Reserved = true }, Box(8), portal);

        var harvested = await Harvested.Of(new MoodlePlatform(_ => null), Portal.Source("moodle"), portal);

        var refusal = Assert.Single(harvested.Refusals);
        Assert.Equal(("7", "https://portal.example/course/info.php?id=7"), (refusal.SourceId, refusal.Address));
        Assert.Contains("noindex", refusal.Reason, StringComparison.Ordinal);
        var listing = Assert.Single(harvested.Listings);
        Assert.Equal(("8", true), (listing.Id, listing.Reserved));
    }

    [Fact]
    public async Task A_course_of_an_interface_is_refused_by_the_header_of_its_own_answer()
    {
        const string run = """{"id":"course-v1:A+1+R","name":"Курс","org":"A"}""";
        var portal = Json("/api/courses/v1/courses/?page_size=100", PageRules.None, $"{{\"results\":[{run},{run.Replace("A+1", "A+2", StringComparison.Ordinal)}]}}", new Portal());
        Json("/api/courses/v1/courses/course-v1%3AA%2B1%2BR/", Unlisted, run, portal);
        Json("/api/courses/v1/courses/course-v1%3AA%2B2%2BR/", new() { Reserved = true }, run, portal);

        var harvested = await Harvested.Of(new OpenEdxPlatform(), Portal.Source("openedx"), portal);

        Assert.Equal("A+1", Assert.Single(harvested.Refusals).SourceId);
        Assert.Equal(("A+2", true), (Assert.Single(harvested.Listings).Id, harvested.Listings[0].Reserved));
    }

    private static string Box(int id) => $"""
        <div class="coursebox" data-courseid="{id}"><h3 class="coursename"><a href="/course/view.php?id={id}">Курс {id}</a></h3>
        <div class="content"><div class="summary"><div class="no-overflow"><p>Текст</p></div></div></div></div>
        """;

    private static Portal Ruled(string path, PageRules rules, string boxes, Portal? portal = null) => Answering(
        portal ?? new Portal(), path, rules, $"<html><head><meta name=\"keywords\" content=\"moodle, x\"></head><body id=\"page-course-index\"><div role=\"main\">{boxes}</div></body></html>", "text/html");

    private static Portal Json(string path, PageRules rules, string body, Portal portal) => Answering(portal, path, rules, body, "application/json");

    private static Portal Answering(Portal portal, string path, PageRules rules, string body, string type) => portal.With(path, request => new Page
    {
        Request = request, Address = request.Address, Status = System.Net.HttpStatusCode.OK, Body = System.Text.Encoding.UTF8.GetBytes(body), ContentType = type, Rules = rules,
    });
}
