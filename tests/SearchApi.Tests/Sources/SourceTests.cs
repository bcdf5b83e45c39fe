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
            [("dl-sample", "held"), ("empty", "never"), ("failing", "failed"), ("pausing", "paused"), ("prometheus", "ok"), ("reading", "running"), ("resting", "interrupted")],
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

        Assert.Equal((200, 7), (status, page.QuerySelectorAll("tbody tr").Length));
        Assert.Equal("1\u00a0234", page.QuerySelectorAll("tbody tr")[4].QuerySelector("td")!.TextContent);
        Assert.Equal("/sources/prometheus", page.QuerySelectorAll("tbody th a")[4].GetAttribute("href"));
        Assert.Contains("чекає на перевірку", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("20 листопада 2026\u00a0р.", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Прометеус", page.QuerySelectorAll("tbody th")[4].TextContent);
    }

    [Fact]
    public async Task A_source_that_is_left_alone_says_until_when_and_because_of_what()
    {
        await using var site = await SampleSite.StartAsync();

        var (_, body) = await site.JsonAsync("/api/v1/sources");
        var (_, page) = await site.PageAsync("/sources");
        var (_, english) = await site.PageAsync("/sources?lang=en");

        Assert.Equal("""{"until":"2096-11-21T02:30:00+00:00","because":"failures","failures":2}""", System.Text.RegularExpressions.Regex.Unescape(body["items"]![2]!["rest"]!.ToJsonString()));
        Assert.Equal("portal", (string?)body["items"]![6]!["rest"]!["because"]);
        Assert.Contains("Знову запитаємо після 21 листопада 2096", page.QuerySelectorAll("tbody tr")[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("04:30 за Києвом: невдалих зборів поспіль – 2.", page.QuerySelectorAll("tbody tr")[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("because the portal asked for it", english.QuerySelectorAll("tbody tr")[6].TextContent, StringComparison.Ordinal);
    }
}
