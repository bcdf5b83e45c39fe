using System.Text.Json;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class VerdictsTests
{
    private const string Listings = """
        {"id":"a1","title":"Медіаграмотність: як перевіряти факти","url":"https://courses.example/a1","summary":"Вигаданий курс. Фейки, маніпуляції, перевірка джерел новин.","language":"uk"}
        {"id":"a2","title":"Кераміка для початківців","url":"https://courses.example/a2","summary":"Вигаданий курс. Глина та гончарне коло.","language":"uk"}
        """;

    private const string Said = """
        {"course":"own.a1","verdict":"confirm","value":["1.2"]}
        {"course":"own.a1","verdict":"set","field":"price","value":"безкоштовно","by":"Читальня"}
        {"course":"own.a2","verdict":"reject"}
        {"course":"own.a3","verdict":"hide"}
        {"course":"own.a2","verdict":"set","field":"price","value":"дешево"}
        не JSON
        """;

    [Fact]
    public async Task A_file_of_verdicts_is_taken_kept_over_retag_and_exported_in_the_same_form_and_as_labelled_data()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        using var import = await ServiceProcess.RunAsync("import", folder.Write("l.ndjson", Listings), "--source", "own", "--data", data);

        using var take = await ServiceProcess.RunAsync("verdicts", folder.Write("v.ndjson", Said), "--by", "Оксана", "--data", data);

        Assert.Equal(1, take.ExitCode);
        Assert.Contains("3 verdicts kept, 0 stood already, 3 lines refused", take.Output, StringComparison.Ordinal);
        Assert.Contains("v.ndjson:4: course: the catalogue has no living course", take.Errors, StringComparison.Ordinal);
        Assert.Contains("v.ndjson:5: value: price \"дешево\"", take.Errors, StringComparison.Ordinal);
        Assert.Contains("v.ndjson:6: ", take.Errors, StringComparison.Ordinal);

        using var retag = await ServiceProcess.RunAsync("retag", "--data", data);
        using var export = await ServiceProcess.RunAsync("verdicts", "--export", "--data", data);
        Assert.Equal(["Оксана", "Читальня", "Оксана"], Lines(export).Select(line => line.GetProperty("by").GetString()));
        using var again = await ServiceProcess.RunAsync("verdicts", folder.Write("e.ndjson", export.Output), "--data", data);
        Assert.Contains("0 verdicts kept, 3 stood already, 0 lines refused", again.Output, StringComparison.Ordinal);

        using var courses = await ServiceProcess.RunAsync("export", "--data", data);
        Assert.Equal("free", Lines(courses).Single(line => line.GetProperty("id").GetString() == "own.a1").GetProperty("price").GetString());
        using var labelled = await ServiceProcess.RunAsync("export", "--format", "labelled", "--data", data);
        Assert.Equal(["own.a1 1.2 1.2", "own.a2  "], Lines(labelled).Select(line => $"{line.GetProperty("id")} {string.Join(',', line.GetProperty("competences").EnumerateArray())} {(line.TryGetProperty("primary", out var primary) ? primary : "")}"));

        using var undo = await ServiceProcess.RunAsync("verdicts", "--undo", "3", "--data", data);
        using var fewer = await ServiceProcess.RunAsync("export", "--format", "labelled", "--data", data);
        Assert.Equal((0, 1), (undo.ExitCode, Lines(fewer).Count));
    }

    [Fact]
    public async Task A_running_service_shows_what_a_file_and_a_key_say()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        using var import = await ServiceProcess.RunAsync("import", folder.Write("l.ndjson", Listings), "--source", "own", "--data", data);
        using var key = await ServiceProcess.RunAsync("keys", "add", "--scope", "curate", "--name", "Оксана", "--data", data);
        var site = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        using var service = ServiceProcess.Start("run", "--roles", "index,search", "--data", data, "--urls", site);
        using var client = new HttpClient();
        await service.AnswerAsync(client, $"{site}/api/v1/courses/own.a2");

        using var take = await ServiceProcess.RunAsync("verdicts", folder.Write("v.ndjson", """{"course":"own.a2","verdict":"add","competence":"3.1"}"""), "--data", data);
        await service.AnswerAsync(client, $"{site}/api/v1/courses?competence=3.1", body => body.Contains("own.a2", StringComparison.Ordinal));
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Output.Trim());
        using var body = new StringContent("""{"course":"own.a2","verdict":"set","field":"workload","value":"12 годин"}""", System.Text.Encoding.UTF8, "application/json");
        using var said = await client.PostAsync(new Uri($"{site}/api/v1/verdicts"), body);

        Assert.Contains("PT12H", await said.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await service.AnswerAsync(client, $"{site}/api/v1/courses/own.a2", answer => answer.Contains("PT12H", StringComparison.Ordinal));
        Assert.DoesNotContain(key.Output.Trim()[13..], service.Errors + service.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--export --undo 1")]
    [InlineData("absent.ndjson")]
    public async Task Wrong_use_is_told(string arguments)
    {
        using var folder = new TempFolder();
        using var run = await ServiceProcess.RunAsync(["verdicts", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", folder.Path]);
        Assert.Equal(2, run.ExitCode);
    }

    private static List<JsonElement> Lines(ServiceProcess run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
