using System.Text.Json;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_answers_with_competences_evidence_and_facets_and_a_second_harvest_changes_nothing()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var demo = ServiceProcess.Start("demo", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}");

        var body = await demo.AnswerAsync(
            client,
            $"http://127.0.0.1:{port}/api/v1/courses?q={Uri.EscapeDataString("медіаграмотність")}",
            answer => JsonDocument.Parse(answer).RootElement.GetProperty("total").GetInt32() > 2);

        var answer = JsonDocument.Parse(body).RootElement;
        var best = answer.GetProperty("items")[0];
        Assert.Equal("1.2", best.GetProperty("primary").GetString());
        Assert.NotEmpty(best.GetProperty("competences")[0].GetProperty("evidence").EnumerateArray());
        Assert.NotEmpty(answer.GetProperty("facets").GetProperty("area").EnumerateArray());

        using var again = await ServiceProcess.RunAsync("harvest", "--data", folder.Path, "--config", "config/demo");

        Assert.True(again.ExitCode is 0 or 1, again.Errors);
        using var status = await ServiceProcess.RunAsync("status", "--json", "--data", folder.Path, "--config", "config/demo");
        var sources = JsonDocument.Parse(status.Output).RootElement.GetProperty("sources").EnumerateArray().ToList();
        Assert.Equal(4, sources.Count);
        Assert.All(sources, source =>
        {
            var last = source.GetProperty("reports")[0];
            Assert.Equal((0, 0, 0), (last.GetProperty("new").GetInt32(), last.GetProperty("changed").GetInt32(), last.GetProperty("missing").GetInt32()));
            Assert.True(last.GetProperty("unchanged").GetInt32() > 10);
        });
    }
}
