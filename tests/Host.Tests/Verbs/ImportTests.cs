using System.Text.Json;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class ImportTests
{
    private const string Good = """{"id":"a1","title":"Медіаграмотність для всіх","url":"https://courses.example/a1","summary":"Як відрізнити фейк від новини: перевірка фактів і джерел."}""";

    [Fact]
    public async Task Broken_lines_are_reported_and_the_others_are_taken()
    {
        using var folder = new TempFolder();
        var file = folder.Write("listings.ndjson", string.Join('\n',
            Good,
            "{\"id\":\"a2\",\"title\":",
            "{\"id\":\"a3\",\"title\":\"Без адреси\"}",
            "",
            "{\"id\":\"a4\",\"title\":\"Зайве поле\",\"url\":\"https://courses.example/a4\",\"colour\":\"red\"}",
            "{\"id\":\"a6\",\"title\":\"Дірка\",\"url\":\"https://courses.example/a6\",\"competences\":[null]}",
            "{\"id\":\"a7\",\"title\":\"Без рамки\",\"url\":\"https://courses.example/a7\",\"competences\":[{\"code\":\"1.3\"}]}",
            "{\"id\":\"a5\",\"title\":\"Хмарні сховища\",\"url\":\"https://courses.example/a5\"}"));

        using var import = await ServiceProcess.RunAsync("import", file, "--source", "own", "--data", folder.File("data"));

        Assert.Equal(1, import.ExitCode);
        Assert.Contains("line 2:", import.Errors, StringComparison.Ordinal);
        Assert.Contains("line 3:", import.Errors, StringComparison.Ordinal);
        Assert.Contains("line 5:", import.Errors, StringComparison.Ordinal);
        Assert.Contains("line 6:", import.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", import.Errors, StringComparison.Ordinal);
        Assert.Equal(["own.a1", "own.a5", "own.a7"], (await ExportAsync(folder)).Select(course => course.GetProperty("id").GetString()!).Order());
    }

    [Fact]
    public async Task A_second_import_adds_and_updates_and_retires_nothing()
    {
        using var folder = new TempFolder();
        using var first = await ServiceProcess.RunAsync("import", folder.Write("1.ndjson", Good), "--source", "own", "--data", folder.File("data"));
        using var second = await ServiceProcess.RunAsync("import", folder.Write("2.ndjson", Good.Replace("a1", "b1", StringComparison.Ordinal)), "--source", "own", "--data", folder.File("data"));

        var courses = await ExportAsync(folder);

        Assert.Equal(0, second.ExitCode);
        Assert.Equal(["own.a1", "own.b1"], courses.Select(course => course.GetProperty("id").GetString()!).Order());
        Assert.All(courses, course => Assert.Equal("active", course.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task An_imported_course_is_exported_with_competence_and_evidence()
    {
        using var folder = new TempFolder();
        using var import = await ServiceProcess.RunAsync("import", folder.Write("1.ndjson", Good), "--source", "own", "--data", folder.File("data"));

        var course = Assert.Single(await ExportAsync(folder));

        Assert.Equal("1.2", course.GetProperty("primary").GetString());
        var evidence = course.GetProperty("competences")[0].GetProperty("evidence")[0];
        var field = course.GetProperty(evidence.GetProperty("field").GetString()!).GetString()!;
        Assert.Equal(evidence.GetProperty("text").GetString(), field.Substring(evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task A_value_that_nobody_knows_is_named_with_its_line_and_the_course_is_taken()
    {
        using var folder = new TempFolder();
        var file = folder.Write("1.ndjson", Good + "\n" + Good.Replace("a1", "a2", StringComparison.Ordinal).Replace("\"summary\"", "\"price\":\"gratis\",\"summary\"", StringComparison.Ordinal));

        using var import = await ServiceProcess.RunAsync("import", file, "--source", "own", "--data", folder.File("data"));

        Assert.Equal(0, import.ExitCode);
        Assert.Contains("line 2: price \"gratis\" is not one of", import.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await ExportAsync(folder)).Count);
    }

    [Fact]
    public async Task A_mistyped_source_is_asked_about_before_it_becomes_a_new_one()
    {
        using var folder = new TempFolder();
        var file = folder.Write("1.ndjson", Good);

        using var mistyped = await ServiceProcess.RunAsync("import", file, "--source", "promethus", "--data", folder.File("data"));
        using var meant = await ServiceProcess.RunAsync("import", file, "--source", "promethus", "--new", "--data", folder.File("data"));

        Assert.Equal((2, 0), (mistyped.ExitCode, meant.ExitCode));
        Assert.Contains("did you mean «prometheus»", mistyped.Errors, StringComparison.Ordinal);
        Assert.Contains("--new", mistyped.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_export_cannot_start_a_formula()
    {
        using var folder = new TempFolder();
        using var import = await ServiceProcess.RunAsync(
            "import", folder.Write("1.ndjson", Good.Replace("Медіаграмотність для всіх", "=cmd|' /C calc'!A0", StringComparison.Ordinal)), "--source", "own", "--data", folder.File("data"));

        using var export = await ServiceProcess.RunAsync("export", "--format", "csv", "--data", folder.File("data"));

        Assert.Equal(0, export.ExitCode);
        Assert.DoesNotContain(",=cmd", export.Output, StringComparison.Ordinal);
        Assert.Contains("cmd|", export.Output, StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> ExportAsync(TempFolder folder)
    {
        using var export = await ServiceProcess.RunAsync("export", "--data", folder.File("data"));
        Assert.Equal(0, export.ExitCode);
        return [.. export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
