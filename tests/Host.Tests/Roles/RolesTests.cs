using DcCourseIndex.Host.Tests.House;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Roles;

public sealed class RolesTests
{
    [Fact]
    public async Task A_second_process_with_the_same_role_is_refused_and_told_who_holds_it()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var first = ServiceProcess.Start("run", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}");
        await first.AnswerAsync(client, $"http://127.0.0.1:{port}/health/live");

        using var second = await ServiceProcess.RunAsync("run", "--roles", "crawl", "--data", folder.Path);

        Assert.Equal(2, second.ExitCode);
        Assert.Matches(@"held by process \d+ on ", second.Errors);
    }

    [Fact]
    public async Task Crawl_and_index_with_search_work_together_in_two_processes()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var crawl = ServiceProcess.Start("run", "--roles", "crawl", "--data", folder.Path);
        using var search = ServiceProcess.Start("run", "--roles", "index,search", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}");
        await search.AnswerAsync(client, $"http://127.0.0.1:{port}/health/live");
        var file = folder.Write("listings.ndjson", """{"id":"a1","title":"Медіаграмотність","url":"https://courses.example/a1"}""");

        // The verb finds the crawl role held and asks the process that holds it.
        using var import = await ServiceProcess.RunAsync("import", file, "--source", "own", "--data", folder.Path);

        Assert.Equal(0, import.ExitCode);
        Assert.Contains("held by a running service", import.Errors, StringComparison.Ordinal);
        await search.AnswerAsync(client, $"http://127.0.0.1:{port}/api/v1/courses?q={Uri.EscapeDataString("медіаграмотність")}", body => body.Contains("own.a1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_contact_the_service_serves_and_says_why_no_portal_is_asked()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();

        using var service = ServiceProcess.Start("run", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}");
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/health/ready");
        service.Stop();
        await service.EndAsync();

        Assert.Equal(0, service.ExitCode);
        Assert.Contains("contact", Assert.Single(service.Errors.Split('\n'), line => line.Contains("no portal is asked", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_but_into_the_data_folder()
    {
        using var folder = new TempFolder();
        var home = Directory.CreateDirectory(folder.File("home")).FullName;
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var service = ServiceProcess.Start(
            home,
            new Dictionary<string, string> { ["HOME"] = home, ["TMPDIR"] = home, ["DOTNET_EnableDiagnostics"] = "0", ["XDG_CONFIG_HOME"] = home, ["XDG_CACHE_HOME"] = home, ["XDG_DATA_HOME"] = home },
            "run", "--data", folder.File("data"), "--config", Project.Path("config"), "--urls", $"http://127.0.0.1:{port}");
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/health/ready");
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/");
        service.Stop();
        await service.EndAsync();

        Assert.Empty(Directory.EnumerateFileSystemEntries(home, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Reindex_asks_the_process_that_holds_the_index()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var service = ServiceProcess.Start("run", "--data", folder.Path, "--urls", $"http://127.0.0.1:{port}");
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/health/ready");

        using var reindex = await ServiceProcess.RunAsync("reindex", "--data", folder.Path);

        Assert.Equal(0, reindex.ExitCode);
        Assert.Contains("rebuilt", reindex.Errors, StringComparison.Ordinal);
    }
}
