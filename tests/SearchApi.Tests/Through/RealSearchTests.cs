using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Through;

public sealed class RealSearchTests
{
    [Fact]
    public async Task Every_counted_value_is_a_filter_that_finds_as_many()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        foreach (var framework in new[] { "digcomp-2.2", "digcomp-ua" })
        {
            var (_, all) = await real.Site.JsonAsync($"/api/v1/courses?framework={framework}");
            Assert.Equal(4, (int)all["total"]!);
            foreach (var (facet, values) in all["facets"]!.AsObject())
                foreach (var value in values!.AsArray())
                {
                    var (status, found) = await real.Site.JsonAsync($"/api/v1/courses?framework={framework}&{facet}={Uri.EscapeDataString((string)value!["value"]!)}");
                    Assert.True((status, (int?)found["total"]) == (200, (int)value["count"]!), $"{facet}={value.ToJsonString()}: {status}, {found["total"]}");
                }
        }
    }

    [Fact]
    public async Task Words_find_their_course_on_page_and_in_the_api()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        var (_, body) = await real.Site.JsonAsync($"/api/v1/courses?q={Uri.EscapeDataString("медіаграмотність")}&explain=true");
        var (_, page) = await real.Site.PageAsync($"/?q={Uri.EscapeDataString("медіаграмотність")}");

        Assert.Equal("prometheus.DC101", (string)body["items"]![0]!["id"]!);
        Assert.Contains("<mark>", (string)body["items"]![0]!["highlights"]!["title"]!, StringComparison.Ordinal);
        Assert.Equal("/courses/prometheus.DC101", page.QuerySelector("article.hit h3 a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("article.hit h3 mark"));
    }

    [Fact]
    public async Task Cursors_lead_through_all_courses_and_hold_to_their_query()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var (_, body) = await real.Site.JsonAsync($"/api/v1/courses?sort=title&limit=1{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            seen.AddRange(body["items"]!.AsArray().Select(item => (string)item!["id"]!));
            var next = (string?)body["next"];
            if (cursor is null)
                Assert.Equal("/problems/malformed-cursor", (string)(await real.Site.JsonAsync($"/api/v1/courses?q=a&limit=1&cursor={Uri.EscapeDataString(next!)}")).Body["type"]!);
            cursor = next;
        }
        while (cursor is not null);

        Assert.Equal(SampleCourses.All.Select(known => known.Course.Id).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(400, (await real.Site.JsonAsync("/api/v1/courses?cursor=nonsense")).Status);
    }

    [Fact]
    public async Task A_course_that_its_portal_dropped_is_gone_everywhere()
    {
        IReadOnlyList<CatalogCourse> rest = [.. SampleCourses.All.Where(known => known.Course.Id != "prometheus.PY1")];
        await using var real = await RealSite.StartAsync(SampleCourses.All, rest, rest);

        Assert.Equal(410, (await real.Site.JsonAsync("/api/v1/courses/prometheus.PY1")).Status);
        Assert.Equal(410, (await real.Site.PageAsync("/courses/prometheus.PY1")).Status);
        Assert.Equal(3, (int)(await real.Site.JsonAsync("/api/v1/courses")).Body["total"]!);
    }

    [Fact]
    public async Task Sources_come_out_of_the_ledger()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        var (_, body) = await real.Site.JsonAsync("/api/v1/sources");

        Assert.Equal([("dl-sample", "ok", 2), ("prometheus", "ok", 2)], body["items"]!.AsArray().Select(source => ((string)source!["name"]!, (string)source["state"]!, (int)source["active"]!)));
        Assert.Equal(2, (int)body["items"]![0]!["lastRun"]!["new"]!);
    }

    [Fact]
    public async Task A_course_has_its_page_its_neighbours_and_completions()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        Assert.Equal("Медіаграмотність для громадян", (await real.Site.PageAsync("/courses/prometheus.DC101")).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(200, (await real.Site.JsonAsync("/api/v1/courses/prometheus.DC101/similar")).Status);
        Assert.NotEmpty((await real.Site.JsonAsync($"/api/v1/suggest?q={Uri.EscapeDataString("медіаг")}")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task An_active_course_was_last_seen_by_the_last_complete_run_though_nothing_of_it_changed()
    {
        IReadOnlyList<CatalogCourse> prometheus = [.. SampleCourses.All.Where(known => known.Course.Source == "prometheus")];
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        await real.HarvestAgainAsync("prometheus", [.. prometheus.Where(known => known.Course.Id != "prometheus.PY1")]);

        var (_, sources) = await real.Site.JsonAsync("/api/v1/sources");
        var last = (DateTimeOffset)sources["items"]!.AsArray().Single(source => (string)source!["name"]! == "prometheus")!["lastComplete"]!;

        var (_, seen) = await real.Site.JsonAsync("/api/v1/courses/prometheus.DC101");
        var (_, missing) = await real.Site.JsonAsync("/api/v1/courses/prometheus.PY1");
        Assert.Equal((last, "active"), ((DateTimeOffset)seen["lastSeen"]!, (string)seen["state"]!));
        Assert.Equal("missing", (string)missing["state"]!);
        Assert.True((DateTimeOffset)missing["lastSeen"]! < last);
        Assert.True((DateTimeOffset)seen["lastChanged"]! < last);
    }
}
