using System.Text.Json;
using DcCourseIndex.Host.Tests.House;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_schema_of_source_files_is_written_without_a_configuration()
    {
        using var schema = await ServiceProcess.RunAsync("config", "--schema", "source", "--config", "/nowhere");
        using var other = await ServiceProcess.RunAsync("config", "--schema", "sources");

        Assert.Equal((0, 2), (schema.ExitCode, other.ExitCode));
        Assert.Equal(
            JsonSerializer.SerializeToElement(JsonDocument.Parse(await File.ReadAllTextAsync(Project.Path("docs/source.schema.json")))).GetRawText(),
            JsonSerializer.SerializeToElement(JsonDocument.Parse(schema.Output)).GetRawText());
    }

    [Fact]
    public async Task What_a_platform_says_against_a_source_file_stops_the_program_with_all_else()
    {
        using var folder = new TempFolder();
        folder.Write("config/dccourseindex.yml", "harvest:\n  longestRun: 3 days\n");
        folder.Write("config/sources/edx.yml", "name: П\nplatform: openedx\naddress: https://lms.example\ncategories: [Дані]\n");

        using var config = await ServiceProcess.RunAsync("config", "--config", folder.File("config"), "--data", folder.File("data"));

        Assert.Equal(2, config.ExitCode);
        Assert.Contains("edx.yml: `categories:` is not known to Open edX", config.Errors, StringComparison.Ordinal);
        Assert.Contains("dccourseindex.yml:2", config.Errors, StringComparison.Ordinal);
    }
}
