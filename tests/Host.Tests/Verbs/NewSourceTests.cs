using System.Net;
using System.Text;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

/// <summary>The verb as a librarian types it.</summary>
public sealed class NewSourceTests
{
    private static readonly string[] Contact = ["--contact", "https://library.example/crawler"];

    [Fact]
    public async Task A_private_address_ends_with_1_and_the_remedy()
    {
        using var data = new TempFolder();
        using var verb = await ServiceProcess.RunAsync(["new-source", "http://127.0.0.1:9/", .. Contact, "--data", data.Path]);
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains("--allow-private-address", verb.Errors, StringComparison.Ordinal);
        Assert.Empty(verb.Output.Trim());
        Assert.Empty(Directory.GetFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task A_file_is_written_once_and_never_over_another()
    {
        using var portal = new FeedPortal();
        using var config = new TempFolder();
        config.Write("dccourseindex.yml", "contact: https://library.example/crawler\n");
        config.Write("sources/other.yml", "name: Інше\nplatform: moodle\nenabled: false\n");
        string[] arguments = ["new-source", portal.Address, "--name", "novyi", "--write", "--allow-private-address", "--config", config.Path, "--data", config.File("data")];

        using var first = await ServiceProcess.RunAsync(arguments);
        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("platform: feed", await File.ReadAllTextAsync(config.File("sources/novyi.yml")), StringComparison.Ordinal);
        Assert.Contains("feed *", first.Errors, StringComparison.Ordinal);

        using var second = await ServiceProcess.RunAsync(arguments);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("not overwritten", second.Errors, StringComparison.Ordinal);

        using var check = await ServiceProcess.RunAsync("check", "novyi", "--config", config.Path, "--data", config.File("data"));
        Assert.Contains("What to change:", check.Output, StringComparison.Ordinal);
        Assert.Contains("For the portal's owner", check.Output, StringComparison.Ordinal);
        Assert.Contains("set enabled: true", check.Output, StringComparison.Ordinal);
    }

    /// <summary>An invented feed with one course at its root; every other address is missing.</summary>
    private sealed class FeedPortal : IDisposable
    {
        private readonly HttpListener listener = new();

        public FeedPortal()
        {
            Address = $"http://localhost:{ServiceProcess.FreePort()}/";
            listener.Prefixes.Add(Address);
            listener.Start();
            _ = AnswerAsync();
        }

        public string Address { get; }

        public void Dispose() => listener.Close();

        private async Task AnswerAsync()
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    var isFeed = context.Request.Url!.AbsolutePath == "/";
                    context.Response.StatusCode = isFeed ? 200 : 404;
                    context.Response.ContentType = "application/rss+xml";
                    var body = isFeed ? $"<rss version=\"2.0\"><channel><title>Новини</title><link>{Address}</link><description>x</description><item><title>Запрошуємо на безкоштовний онлайн-курс «Цифрова безпека» (вигаданий)</title><link>{Address}kurs</link><guid>1</guid><description>Реєстрація на курс відкрита.</description></item></channel></rss>" : "";
                    context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
