using System.Net;
using System.Net.Http.Headers;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.WordPress;

namespace DcCourseIndex.Portals.Tests.WordPress;

/// <summary>The invented WordPress keeps to the facts that were seen on a real one.</summary>
public sealed class WordPressPortalTests
{
    [Fact]
    public async Task Totals_and_neighbours_stand_in_headers_and_the_end_is_a_400()
    {
        await using var portal = await WordPressPortal.StartAsync(Enumerable.Range(1, 25).Select(Numbered));
        using var visitor = new Visitor(portal);
        var first = await visitor.AskAsync("/wp-json/wp/v2/posts?per_page=10&page=1");
        Assert.Equal(["25"], first.Headers.GetValues("X-WP-Total"));
        Assert.Equal(["3"], first.Headers.GetValues("X-WP-TotalPages"));
        Assert.Contains("page=2>; rel=\"next\"", string.Concat(first.Headers.GetValues("Link")));
        var beyond = await visitor.AskAsync("/wp-json/wp/v2/posts?per_page=10&page=4");
        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);
        Assert.Contains("rest_post_invalid_page_number", await beyond.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.AskAsync("/wp-json/wp/v2/posts?per_page=101")).StatusCode);
    }

    [Fact]
    public async Task Plain_permalinks_answer_only_by_rest_route()
    {
        await using var portal = await WordPressPortal.StartAsync([Numbered(1)], new() { PlainPermalinks = true });
        using var visitor = new Visitor(portal);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await visitor.AskAsync("/wp-json/wp/v2/posts")).StatusCode);
        Assert.StartsWith("[{\"id\":1,", await visitor.ReadAsync("/?rest_route=/wp/v2/posts&per_page=10"));
    }

    [Fact]
    public async Task A_cyrillic_address_is_encoded_and_cut_but_still_found()
    {
        await using var portal = await WordPressPortal.StartAsync([Numbered(1) with { Slug = new string('ї', 60), Title = "Довга назва" }]);
        using var visitor = new Visitor(portal);
        var link = $"/{string.Concat(Enumerable.Repeat("%d1%97", 33))}/";
        Assert.Contains(link.Replace("/", "\\/"), await visitor.ReadAsync("/wp-json/wp/v2/posts"));
        Assert.Contains("Довга назва", await visitor.ReadAsync(link));
    }

    [Fact]
    public async Task Drafts_are_not_shown_and_protected_posts_are_empty()
    {
        await using var portal = await WordPressPortal.StartAsync([Numbered(1) with { Status = "draft" }, Numbered(2) with { Protected = true, Content = "<p>Таємно</p>" }]);
        using var visitor = new Visitor(portal);
        var list = await visitor.ReadAsync("/wp-json/wp/v2/posts");
        Assert.DoesNotContain("\"id\":1,", list);
        Assert.Contains("\"protected\":true", list);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.AskAsync("/wp-json/wp/v2/posts/1")).StatusCode);
        Assert.DoesNotContain("Таємно", await visitor.ReadAsync("/feed/"));
    }

    [Fact]
    public async Task The_feed_is_not_sent_twice()
    {
        await using var portal = await WordPressPortal.StartAsync([Numbered(1)]);
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var first = await client.GetAsync("/feed/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feed/");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/feed/?paged=2")).StatusCode);
    }

    private static InventedPost Numbered(int id) => new() { Id = id, Title = $"Допис {id}", Slug = $"dopys-{id}" };
}
