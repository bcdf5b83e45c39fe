using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Crawlers;

public sealed class LinkedDataTests
{
    [Theory]
    [InlineData("prometheus.DC101", "self-paced")]
    [InlineData("dl-sample.42", "scheduled")]
    [InlineData("prometheus.PY1", null)]
    public async Task Only_what_is_known_of_the_mode_is_said(string id, string? mode)
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(mode, (string?)(await DataAsync(site, $"/courses/{id}"))["hasCourseInstance"]![0]!["courseMode"]);
    }

    [Fact]
    public async Task A_course_of_which_no_run_is_known_has_none()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Null((await DataAsync(site, "/courses/dl-sample.7"))["hasCourseInstance"]);
    }

    [Fact]
    public async Task Runs_are_dated_in_days_of_Kyiv()
    {
        await using var site = await SampleSite.StartAsync([HostileCourse.Of()]);

        var run = (await DataAsync(site, "/courses/bad.1"))["hasCourseInstance"]![0]!;

        Assert.Equal(("2026-12-01", "2026-12-20"), ((string)run["startDate"]!, (string)run["endDate"]!));
    }

    [Fact]
    public async Task A_list_names_the_pages_of_its_courses_in_their_order()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { PublicAddress = new("https://courses.example.org") });

        var list = await DataAsync(site, "/?lang=en");

        Assert.Equal("ItemList", (string)list["@type"]!);
        Assert.Equal(SampleCourses.All.Select(known => $"https://courses.example.org/courses/{known.Course.Id}?lang=en"), list["itemListElement"]!.AsArray().Select(item => (string)item!["url"]!));
    }

    [Fact]
    public async Task Those_who_share_a_page_find_its_title_and_picture()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { PublicAddress = new("https://courses.example.org") });

        var (_, page) = await site.PageAsync("/courses/prometheus.DC101?lang=en");

        string? Meta(string name) => page.QuerySelector($"meta[property='og:{name}']")?.GetAttribute("content");
        Assert.Equal(("Медіаграмотність для громадян", "https://prometheus.example.org/dc101.png", "https://courses.example.org/courses/prometheus.DC101?lang=en"), (Meta("title"), Meta("image"), Meta("url")));
        Assert.Equal(["en", "uk", "x-default"], page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => link.GetAttribute("hreflang")));
        Assert.Equal("https://courses.example.org/courses/prometheus.DC101", page.QuerySelector("link[hreflang=x-default]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_readers_list_is_one_too_and_names_no_address_with_the_list_in_it()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { PublicAddress = new("https://courses.example.org") });

        var list = await DataAsync(site, "/list?list=" + ListCode.Write(new("Для групи", "", [new("prometheus.PY1"), new("prometheus.DC101"), new("gone.1")])));

        Assert.Equal(["https://courses.example.org/courses/prometheus.PY1", "https://courses.example.org/courses/prometheus.DC101"], list["itemListElement"]!.AsArray().Select(item => (string)item!["url"]!));
    }

    private static async Task<JsonNode> DataAsync(SampleSite site, string address) =>
        JsonNode.Parse((await site.PageAsync(address)).Page.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
}
