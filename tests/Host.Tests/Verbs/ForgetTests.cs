using System.Text.Json;
using DcCourseIndex.Host.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Host.Tests.Verbs;

/// <summary>Forgetting through the real verbs, here and by a request to a running service.</summary>
public sealed class ForgetTests
{
    private const string Lines = """
        {"id":"a1","title":"Медіаграмотність","url":"https://courses.example/a1","summary":"Перевірка фактів. Веде Олена Вигадана.","authors":["Олена Вигадана","Іван Придуманий"]}
        {"id":"a2","title":"Кібергігієна","url":"https://courses.example/a2","summary":"Паролі й резервні копії."}
        """;

    [Fact]
    public async Task A_course_and_a_person_are_forgotten_over_the_next_import_and_a_restore()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        var file = folder.Write("listings.ndjson", Lines);
        using var import = await ServiceProcess.RunAsync("import", file, "--source", "own", "--data", data);
        File.Copy(Path.Combine(data, "catalogue.sqlite"), folder.File("backup.sqlite"));

        using var person = await ServiceProcess.RunAsync("forget", "вигадана олена", "--data", data);
        using var course = await ServiceProcess.RunAsync("forget", "own.a2", "--data", data);
        Assert.Equal((0, 0), (person.ExitCode, course.ExitCode));
        await IsForgottenAsync(data);

        using var again = await ServiceProcess.RunAsync("import", file, "--source", "own", "--data", data);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("forgotten on request", again.Errors, StringComparison.Ordinal);
        await IsForgottenAsync(data);

        // A restore brings back the catalogue of before; the list beside it stays. The next work of any kind applies it.
        File.Copy(folder.File("backup.sqlite"), Path.Combine(data, "catalogue.sqlite"), overwrite: true);
        using var work = await ServiceProcess.RunAsync("retag", "--data", data);
        await IsForgottenAsync(data);
    }

    [Fact]
    public async Task A_running_service_forgets_on_request_and_its_index_follows()
    {
        using var folder = new TempFolder();
        var file = folder.Write("listings.ndjson", Lines);
        using var import = await ServiceProcess.RunAsync("import", file, "--source", "own", "--data", folder.File("data"));
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var service = ServiceProcess.Start("run", "--data", folder.File("data"), "--urls", $"http://127.0.0.1:{port}");
        var all = $"http://127.0.0.1:{port}/api/v1/courses";
        await service.AnswerAsync(client, all, body => Total(body) == 2);

        using var course = await ServiceProcess.RunAsync("forget", "own.a2", "--data", folder.File("data"));
        using var person = await ServiceProcess.RunAsync("forget", "Олена Вигадана", "--data", folder.File("data"));

        Assert.Contains("held by a running service", person.Errors, StringComparison.Ordinal);
        await service.AnswerAsync(client, all, body => Total(body) == 1 && !body.Contains("Вигадан", StringComparison.Ordinal));
        service.Stop();
        await service.EndAsync();
        await IsForgottenAsync(folder.File("data"));
    }

    [Fact]
    public async Task A_single_word_is_wrong_use()
    {
        using var folder = new TempFolder();
        using var forget = await ServiceProcess.RunAsync("forget", "Олена", "--data", folder.Path);
        Assert.Equal(2, forget.ExitCode);
        Assert.Contains("at least two words", forget.Errors, StringComparison.Ordinal);
    }

    private static int Total(string body) => JsonDocument.Parse(body).RootElement.GetProperty("total").GetInt32();

    private static async Task IsForgottenAsync(string data)
    {
        using var export = await ServiceProcess.RunAsync("export", "--data", data);
        var line = Assert.Single(export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("own.a1", line, StringComparison.Ordinal);
        Assert.Contains("Придуманий", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Вигадан", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Вигадана", await File.ReadAllTextAsync(Path.Combine(data, "forgotten.jsonl")), StringComparison.Ordinal);
        foreach (var text in Texts(data))
        {
            Assert.DoesNotContain("Вигадана", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Кібергігієна", text, StringComparison.Ordinal);
        }
    }

    // Every text of every table; raw listings are packed and so looked at by the exported course.
    private static List<string> Texts(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "catalogue.sqlite")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        var texts = new List<string>();
        foreach (var table in new[] { "course_texts", "courses", "runs", "run_refusals", "run_entries", "requests", "forgotten" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    texts.Add(rows.IsDBNull(i) || rows.GetValue(i) is byte[] ? "" : Convert.ToString(rows.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!);
                }
            }
        }
        return texts;
    }
}
