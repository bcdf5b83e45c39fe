using DcCourseIndex.Host.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class RetagTests
{
    private const string Listings = """
        {"id":"a1","title":"Медіаграмотність: як перевіряти факти","url":"https://courses.example/a1","summary":"Вигаданий курс. Фейки, маніпуляції, перевірка джерел новин.","language":"uk"}
        {"id":"a2","title":"Кераміка для початківців","url":"https://courses.example/a2","summary":"Вигаданий курс. Глина та гончарне коло.","language":"uk"}
        """;

    [Fact]
    public async Task A_running_service_says_what_a_retag_would_change_and_then_changes_it()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        using var import = await ServiceProcess.RunAsync("import", folder.Write("l.ndjson", Listings), "--source", "own", "--data", data);
        Age(data);
        var site = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        using var service = ServiceProcess.Start("run", "--data", data, "--urls", site);
        using var client = new HttpClient();
        await service.AnswerAsync(client, $"{site}/api/v1/courses/own.a2", body => body.Contains("\"5.4\"", StringComparison.Ordinal));

        using var dry = await ServiceProcess.RunAsync("retag", "--dry-run", "--data", data);
        Assert.Contains("held by a running service", dry.Errors, StringComparison.Ordinal);
        Assert.Contains("2 courses tagged again, 1 would change, 0 refused", dry.Output, StringComparison.Ordinal);
        Assert.Contains("own.a2 «Кераміка для початківців»: 5.4* 0.90 → none", dry.Output, StringComparison.Ordinal);
        Assert.Contains("\"5.4\"", await service.AnswerAsync(client, $"{site}/api/v1/courses/own.a2"), StringComparison.Ordinal);

        using var wet = await ServiceProcess.RunAsync("retag", "--data", data);
        Assert.Contains("2 courses tagged again, 1 changed, 0 refused", wet.Output, StringComparison.Ordinal);
        await service.AnswerAsync(client, $"{site}/api/v1/courses/own.a2", body => !body.Contains("\"5.4\"", StringComparison.Ordinal));
        using var again = await ServiceProcess.RunAsync("retag", "--data", data);
        Assert.Contains("2 courses tagged again, 0 changed, 0 refused", again.Output, StringComparison.Ordinal);
    }

    /// <summary>As if an older tagger had taken pottery for digital.</summary>
    private static void Age(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "catalogue.sqlite")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """update course_texts set tagging = '{"framework":"digcomp-2.2","taggerVersion":"older","primary":"5.4","competences":[{"code":"5.4","confidence":0.9,"evidence":[]}],"contexts":[]}' where id = 'own.a2'""";
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
