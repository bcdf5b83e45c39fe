using System.Net;
using System.Text.RegularExpressions;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Desk;

/// <summary>The desk of the real service: forms over HTTP, carried out by its crawl role.</summary>
public sealed partial class DeskTests
{
    [Fact]
    public async Task What_the_desk_says_and_asks_is_done_and_outlives_the_next_import()
    {
        using var folder = new TempFolder();
        folder.Write("config/dccourseindex.yml", "contact: https://library.example/crawler\n");
        folder.Write("config/sources/other.yml", "name: Інше\nplatform: moodle\nenabled: false\n");
        string[] place = ["--data", folder.File("data"), "--config", folder.File("config")];
        var site = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        using var service = ServiceProcess.Start(["run", "--urls", site, .. place]);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new(site) };
        await service.AnswerAsync(client, $"{site}/health/live");
        var file = folder.Write("listings.ndjson", """{"id":"a1","title":"Медіаграмотність (вигаданий)","url":"https://courses.example/a1"}""");
        var second = folder.Write("second.ndjson", """{"id":"b1","title":"Кераміка онлайн (вигаданий)","url":"https://portal.example/b1"}""");
        foreach (var (path, source) in new[] { (file, "first"), (second, "second") })
        {
            using var import = await ServiceProcess.RunAsync(["import", path, "--source", source, "--new", .. place]);
            Assert.True(import.ExitCode == 0, import.Errors);
        }

        using var keys = await ServiceProcess.RunAsync(["keys", "add", "--scope", "curate", "--name", "Читальна зала", .. place]);
        var key = Key().Match(keys.Output + keys.Errors).Value;
        await PostAsync(client, "/desk", "/desk/sign-in", ("key", key));

        await PostAsync(client, "/desk", "/desk/verdicts", ("course", "first.a1"), ("act", "add"), ("competence", "5.2"));
        await service.AnswerAsync(client, $"{site}/api/v1/courses/first.a1", body => body.Contains("\"5.2\"", StringComparison.Ordinal));
        using (var again = await ServiceProcess.RunAsync(["import", folder.Write("listings.ndjson", """{"id":"a1","title":"Медіаграмотність, нова назва (вигаданий)","url":"https://courses.example/a1"}"""), "--source", "first", .. place]))
        {
            Assert.True(again.ExitCode == 0, again.Errors);
        }

        await service.AnswerAsync(client, $"{site}/api/v1/courses/first.a1", body => body.Contains("нова назва", StringComparison.Ordinal) && body.Contains("\"5.2\"", StringComparison.Ordinal));

        await PostAsync(client, "/desk", "/desk/duplicates", ("act", "join"), ("one", "first.a1"), ("other", "second.b1"));
        await service.AnswerAsync(client, $"{site}/desk/duplicates?lang=en", page => page.Contains("is one course with second.b1", StringComparison.Ordinal) && page.Contains("It is another course", StringComparison.Ordinal));
        await PostAsync(client, "/desk", "/desk/duplicates", ("act", "undo-join first.a1 second.b1"));
        await service.AnswerAsync(client, $"{site}/desk/duplicates?lang=en", page => page.Contains("There are no duplicates", StringComparison.Ordinal));

        await PostAsync(client, "/desk", "/desk/portals", ("act", "look"), ("address", "http://127.0.0.1:9/"));
        await service.AnswerAsync(client, $"{site}/desk/portals?lang=en", page => page.Contains("not done, or not wholly", StringComparison.Ordinal));
        await PostAsync(client, "/desk", "/desk/runs", ("act", "accept 4711"));
        await service.AnswerAsync(client, $"{site}/desk/runs?lang=en", page => page.Contains("There is no run 4711", StringComparison.Ordinal));
        await PostAsync(client, "/desk", "/desk/synonyms", ("act", "try"), ("rings", "вигаданий, придуманий"));
    }

    private static async Task PostAsync(HttpClient client, string form, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(new Uri(form, UriKind.Relative))).Groups["token"].Value;
        using var body = new FormUrlEncodedContent(fields.Append(("token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}\n{await answer.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex("dci_[a-z0-9]{8}_[A-Za-z0-9_-]{43}")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"token\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
