using System.Text.Json.Nodes;
using DcCourseIndex.Host.Tests.House;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_metrics_and_traces_and_nobody_s_words()
    {
        using var folder = new TempFolder();
        await using var collector = await Collector.StartAsync();
        using var client = new HttpClient();
        var port = ServiceProcess.FreePort();
        using var service = Start(folder, port, new() { ["DCCOURSEINDEX__TELEMETRY__OTLP"] = collector.Address });
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/api/v1/courses?q={Uri.EscapeDataString("таємниця")}&limit=1");
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/health/ready");
        using var harvest = await ServiceProcess.RunAsync("harvest", "utu", "--data", folder.File("data"), "--config", folder.File("config"));

        // What has not been sent yet is sent at the end.
        service.Stop();
        await service.EndAsync();

        var metrics = string.Concat(collector.Received.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body));
        var traces = string.Concat(collector.Received.Where(sent => sent.Path == "/v1/traces").Select(sent => sent.Body));
        Assert.Contains("dccourseindex.search.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("dccourseindex.catalogue.revision", metrics, StringComparison.Ordinal);
        Assert.Contains("harvest utu", traces, StringComparison.Ordinal);
        Assert.Contains("/api/v1/courses", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString("таємниця"), metrics + traces, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Notes_for_programs_name_the_run_and_the_request_and_no_address()
    {
        using var folder = new TempFolder();
        using var client = new HttpClient();
        var port = ServiceProcess.FreePort();
        using var service = Start(folder, port, new() { ["DCCOURSEINDEX__LOG__FORMAT"] = "json" });
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/health/ready");
        using var harvest = await ServiceProcess.RunAsync("harvest", "utu", "--data", folder.File("data"), "--config", folder.File("config"));

        // Only the web server's own notes come from within a request; at this level there are none that tell an address.
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/api/v1/courses?q=secret-words");
        service.Stop();
        await service.EndAsync();

        var notes = service.Errors.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Contains(notes, note => note["Scopes"] is JsonArray scopes && scopes.Any(scope => scope?["RunId"] is not null) && ((string)note["Message"]!).StartsWith("Run ", StringComparison.Ordinal));
        Assert.DoesNotContain("secret-words", service.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestPath", service.Errors, StringComparison.Ordinal);
    }

    // The recorded portal of the demo, as a source of an ordinary service.
    private static ServiceProcess Start(TempFolder folder, int port, Dictionary<string, string> environment)
    {
        folder.Write("config/sources/utu.yml", File.ReadAllText(Project.Path("config", "demo", "sources", "utu.yml")).Replace("recorded: ..", $"recorded: {Project.Path("config", "demo")}", StringComparison.Ordinal));
        return ServiceProcess.Start(Project.Root, environment, "run", "--data", folder.File("data"), "--config", folder.File("config"), "--urls", $"http://127.0.0.1:{port}");
    }
}
