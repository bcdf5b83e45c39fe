using System.Text.Json.Nodes;

namespace DcCourseIndex.SearchApi.Tests.Sources;

public sealed class RunReportTests
{
    [Fact]
    public async Task A_source_says_what_its_file_says_and_which_alarms_stand()
    {
        await using var run = await RunSite.StartAsync();

        var (status, source) = await run.Site.JsonAsync("/api/v1/sources/portal");

        Assert.Equal((200, "held", "Вигаданий портал", "https://portal.example"), (status, (string)source["state"]!, (string)source["title"]!, (string)source["portal"]!));
        Assert.Equal(("granted", "2026-10-01", "none"), ((string)source["permission"]!["state"]!, (string)source["permission"]!["date"]!, (string)source["export"]!["image"]!));
        var alarm = Assert.Single(source["alarms"]!.AsArray())!;
        Assert.Equal("held", (string)alarm["kind"]!);
        Assert.Contains("accept 3", (string)alarm["remedy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_are_to_be_harvested_are_listed_before_they_ran_and_others_are_not()
    {
        await using var run = await RunSite.StartAsync();

        var (_, body) = await run.Site.JsonAsync("/api/v1/sources");

        Assert.Equal([("portal", "held"), ("waiting", "never")], body["items"]!.AsArray().Select(item => ((string)item!["name"]!, (string)item["state"]!)));
        Assert.Equal((false, (JsonNode?)null), ((bool)body["harvest"]!["alive"]!, body["harvest"]!["lastAlive"]));
    }

    [Fact]
    public async Task Runs_are_paged_newest_first()
    {
        await using var run = await RunSite.StartAsync();

        var (_, first) = await run.Site.JsonAsync("/api/v1/sources/portal/runs?limit=2");
        var (_, rest) = await run.Site.JsonAsync($"/api/v1/sources/portal/runs?limit=2&cursor={(string)first["next"]!}");

        Assert.Equal([3, 2, 1], first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(item => (int)item!["run"]!));
        Assert.Null(rest["next"]);
    }

    [Fact]
    public async Task A_run_tells_all_that_is_kept_of_it()
    {
        await using var run = await RunSite.StartAsync();

        var (_, report) = await run.Site.JsonAsync("/api/v1/sources/portal/runs/1");

        Assert.Equal((3, 3, 2, 90_000), ((int)report["found"]!, (int)report["new"]!, (int)report["refused"]!, (int)report["durationMs"]!));
        Assert.Equal((10, 4, 2048, 27_000), ((int)report["requests"]!, (int)report["notModified"]!, (int)report["bytes"]!, (int)report["waitedMs"]!));
        Assert.Equal((0.25, 1500), ((double)report["filled"]!["price"]!, (int)report["slowest"]!["milliseconds"]!));
        var reason = Assert.Single(report["refusals"]!.AsArray())!;
        Assert.Equal((2, "https://portal.example/x1"), ((int)reason["count"]!, (string)reason["examples"]![0]!["address"]!));
    }

    [Theory]
    [InlineData("/api/v1/sources/nobody", 404, "unknown-source")]
    [InlineData("/api/v1/sources/nobody/runs", 404, "unknown-source")]
    [InlineData("/api/v1/sources/portal/runs/99", 404, "unknown-run")]
    [InlineData("/api/v1/sources/portal/runs/one", 404, "unknown-run")]
    [InlineData("/api/v1/sources/waiting/runs/1", 404, "unknown-run")]
    [InlineData("/api/v1/sources/portal/runs?cursor=abc", 400, "wrong-value")]
    [InlineData("/api/v1/sources/portal/runs?cursor=99999999999999999999", 400, "wrong-value")]
    [InlineData("/api/v1/sources/portal/runs?limit=0", 400, "wrong-value")]
    [InlineData("/api/v1/sources/portal?lang=en", 400, "unknown-parameter")]
    public async Task What_is_not_there_is_a_problem_with_a_name(string address, int expected, string type)
    {
        await using var run = await RunSite.StartAsync();

        var (status, problem) = await run.Site.JsonAsync(address);

        Assert.Equal((expected, $"/problems/{type}"), (status, (string)problem["type"]!));
    }
}
