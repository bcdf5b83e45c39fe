using System.Text;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class KeysTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_kept_nowhere()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");

        using var add = await ServiceProcess.RunAsync("keys", "add", "--scope", "read,curate", "--name", "Обласна бібліотека", "--rate", "none", "--data", data);
        using var list = await ServiceProcess.RunAsync("keys", "list", "--data", data);
        using var revoke = await ServiceProcess.RunAsync("keys", "revoke", "1", "--data", data);
        using var listed = await ServiceProcess.RunAsync("keys", "list", "--data", data);

        Assert.Equal((0, 0, 0), (add.ExitCode, list.ExitCode, revoke.ExitCode));
        var key = add.Output.Trim();
        Assert.Equal(56, key.Length);
        Assert.Contains(key[..12], list.Output, StringComparison.Ordinal);
        Assert.Contains("Обласна бібліотека", list.Output, StringComparison.Ordinal);
        Assert.Contains("no limit", list.Output, StringComparison.Ordinal);
        Assert.NotEqual(list.Output, listed.Output);
        foreach (var text in Directory.GetFiles(data).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))).Append(list.Output).Append(add.Errors).Append(revoke.Errors))
        {
            Assert.DoesNotContain(key[13..], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_key_that_is_sent_stands_in_what_the_service_says()
    {
        using var folder = new TempFolder();
        var site = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        using var service = ServiceProcess.Start("run", "--roles", "index,search", "--data", folder.File("data"), "--urls", site);
        using var client = new HttpClient();
        await service.AnswerAsync(client, $"{site}/health/live");

        foreach (var (method, address, header) in new[]
        {
            ("GET", "/api/v1/queries", "Authorization"), ("GET", "/api/v1/courses", "X-Api-Key"), ("PUT", "/api/v1/lists/aaaaaaaaaa", "List-Key"), ("GET", "/lists/aaaaaaaaaa/edit?key=sentsecret", "X-Nothing"),
            ("POST", "/mcp?sentsecret=1", "X-Nothing"), ("GET", "/nothing/sentsecret", "Cookie"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{site}{address}") { Content = method == "GET" ? null : new StringContent("{\"sentsecret\":", Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation(header, "Bearer sentsecret");
            using var answer = await client.SendAsync(request);
            Assert.DoesNotContain("sentsecret", answer.Headers.ToString(), StringComparison.Ordinal);
        }
        service.Stop();
        await service.EndAsync();

        Assert.DoesNotContain("sentsecret", service.Output + service.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--scope admin --name A", "read, curate, operate")]
    [InlineData("--scope curate --name A --rate 0", "above 0, or none")]
    [InlineData("--scope curate", "--name")]
    public async Task Wrong_use_says_what_is_right(string arguments, string said)
    {
        using var folder = new TempFolder();

        using var add = await ServiceProcess.RunAsync(["keys", "add", .. arguments.Split(' '), "--data", folder.File("data")]);

        Assert.Equal(2, add.ExitCode);
        Assert.Contains(said, add.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }
}
