using DcCourseIndex.Host.Tests.House;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Settings;

public sealed class SettingsReferenceTests
{
    [Fact]
    public async Task The_page_on_settings_is_what_the_program_says_of_itself()
    {
        using var page = await ServiceProcess.RunAsync("config", "--reference", "--config", "/nowhere");

        Assert.Equal(0, page.ExitCode);
        Assert.True(
            page.Output.ReplaceLineEndings("\n") == (await File.ReadAllTextAsync(Project.Path("docs/configuration.md"))).ReplaceLineEndings("\n"),
            "docs/configuration.md is behind: write it anew with «dccourseindex config --reference > docs/configuration.md».");
    }

    [Fact]
    public async Task What_the_page_calls_the_environment_variable_of_a_key_sets_it()
    {
        using var folder = new TempFolder();
        folder.Write("config/sources/README", "No sources.");
        using var config = ServiceProcess.Start(folder.Path, new Dictionary<string, string> { ["DCCOURSEINDEX__HARVEST__LONGESTRUN"] = "77m" }, "config", "--config", folder.File("config"), "--data", folder.File("data"));
        await config.EndAsync();

        Assert.Contains("`DCCOURSEINDEX__HARVEST__LONGESTRUN`", await File.ReadAllTextAsync(Project.Path("docs/configuration.md")), StringComparison.Ordinal);
        Assert.Contains("77m", config.Output, StringComparison.Ordinal);
    }
}
