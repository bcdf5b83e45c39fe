using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("harvest", "--no-such-option")]
    [InlineData("import", "courses.ndjson")]
    [InlineData("run", "--roles", "crawl,cook")]
    [InlineData("harvest", "no-such-source")]
    [InlineData("check", "no-such-source")]
    [InlineData("new-source", "ftp://portal.example")]
    [InlineData("new-source", "https://portal.example", "--name", "No Name")]
    [InlineData("pause", "no-such-source")]
    [InlineData("accept", "99")]
    [InlineData("retag", "no-such-source")]
    [InlineData("export")]
    [InlineData("status")]
    [InlineData("run", "--urls", "blah")]
    [InlineData("run", "--urls", "http://0.0.0.0:99999")]
    [InlineData("status", "--config", "/no/such/folder")]
    [InlineData("import", "/no/such/file.ndjson", "--source", "own")]
    [InlineData("import", "README.md", "--source", "No Name")]
    public async Task Wrong_use_ends_with_2_and_says_why_on_standard_error(params string[] arguments)
    {
        using var data = new TempFolder();

        using var verb = await ServiceProcess.RunAsync([.. arguments, "--data", data.Path]);

        Assert.Equal(2, verb.ExitCode);
        Assert.NotEmpty(verb.Errors.Trim());
        Assert.Empty(verb.Output.Trim());
        Assert.DoesNotContain("   at ", verb.Errors, StringComparison.Ordinal);
    }

    [Theory, InlineData("check"), InlineData("new-source")]
    public async Task Help_with_a_verb_needs_none_of_its_arguments(string name)
    {
        using var verb = await ServiceProcess.RunAsync(name, "--help");
        Assert.Equal(0, verb.ExitCode);
        Assert.Contains("Usage:", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_ahead_by_no_number_is_refused()
    {
        using var folder = new TempFolder();
        using var verb = ServiceProcess.Start(folder.Path, new Dictionary<string, string> { ["DCCOURSEINDEX_CLOCK_AHEAD"] = "soon" }, "config");
        await verb.EndAsync();
        Assert.Equal(2, verb.ExitCode);
        Assert.Contains("DCCOURSEINDEX_CLOCK_AHEAD is «soon»", verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_of_the_configuration_is_said_at_once_with_file_and_line()
    {
        using var config = new TempFolder();
        config.Write("dccourseindex.yml", "contact: nobody\nlanguag:\n  dictionary: auto\n");
        config.Write("sources/utu.yml", "name: A\nplatform: moodle\naddress: https://utu.example\nschedul: \"20 2 * * *\"\n");
        config.Write("sources/gum.yml", "name: B\nplatform: moodel\naddress: https://gum.example\n");

        using var verb = await ServiceProcess.RunAsync("status", "--config", config.Path, "--data", config.File("data"));

        Assert.Equal(2, verb.ExitCode);
        Assert.Contains("dccourseindex.yml:1:", verb.Errors, StringComparison.Ordinal);
        Assert.Contains("language.dictionary", verb.Errors, StringComparison.Ordinal);
        Assert.Contains("utu.yml:4:", verb.Errors, StringComparison.Ordinal);
        Assert.Contains("«schedule»", verb.Errors, StringComparison.Ordinal);
        Assert.Contains("gum.yml:2:", verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sources_of_one_name_are_refused()
    {
        using var config = new TempFolder();
        config.Write("sources/utu.yml", "name: A\nplatform: moodle\naddress: https://utu.example\n");
        config.Write("sources/UTU.yml", "name: B\nplatform: moodle\naddress: https://utu.example\n");

        using var verb = await ServiceProcess.RunAsync("status", "--config", config.Path, "--data", config.File("data"));

        Assert.Equal(2, verb.ExitCode);
        Assert.Contains("two files for one source", verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_made_by_the_demo_is_refused_by_the_service_and_the_reverse()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using (var demo = ServiceProcess.Start("demo", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}"))
        using (var client = new HttpClient())
        {
            await demo.AnswerAsync(client, $"http://127.0.0.1:{port}/health/live");
            demo.Stop();
            await demo.EndAsync();
        }

        using var run = await ServiceProcess.RunAsync("run", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("demo", run.Errors, StringComparison.Ordinal);
    }
}
