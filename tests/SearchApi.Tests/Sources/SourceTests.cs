using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Sources;

public sealed class SourceTests
{
    [Fact]
    public async Task Each_source_says_how_it_is()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { SourceTitle = name => name == "prometheus" ? "Прометеус" : null });

        var (status, body) = await site.JsonAsync("/api/v1/sources");

        Assert.Equal(200, status);
        Assert.Equal(
            [("dl-sample", "held"), ("empty", "never"), ("failing", "failed"), ("pausing", "paused"), ("prometheus", "ok"), ("reading", "running")],
            body["items"]!.AsArray().Select(source => ((string)source!["name"]!, (string)source["state"]!)));
        Assert.Equal(
            """{"name":"prometheus","title":"Прометеус","state":"ok","paused":false,"active":1234,"missing":0,"retired":2,"lastComplete":"2026-11-20T03:15:00+00:00","lastRun":{"run":5,"state":"promoted","startedAt":"2026-11-20T03:10:00+00:00","endedAt":"2026-11-20T03:15:00+00:00","found":12,"new":2,"changed":1,"unchanged":9,"missing":0,"retired":0,"refused":1},"alarms":[]}""",
            System.Text.RegularExpressions.Regex.Unescape(body["items"]![4]!.ToJsonString()));
    }

    [Fact]
    public async Task What_operators_read_stays_with_operators()
    {
        await using var site = await SampleSite.SharedAsync();

        using var response = await site.GetAsync("/api/v1/sources");

        Assert.DoesNotContain("token=1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_every_source_in_words()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { SourceTitle = name => name == "prometheus" ? "Прометеус" : null });

        var (status, page) = await site.PageAsync("/sources");

        Assert.Equal((200, 6), (status, page.QuerySelectorAll("tbody tr").Length));
        Assert.Equal("1\u00a0234", page.QuerySelectorAll("tbody tr")[4].QuerySelector("td")!.TextContent);
        Assert.Equal("/sources/prometheus", page.QuerySelectorAll("tbody th a")[4].GetAttribute("href"));
        Assert.Contains("чекає на перевірку", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("20 листопада 2026\u00a0р.", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Прометеус", page.QuerySelectorAll("tbody th")[4].TextContent);
    }
}
