using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Harvesting.Judging;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Tests.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Tests.Fetching;

/// <summary>One harvest with a token and a session cookie, recorded, of a portal that repeats both wherever it can; then everything that was written is searched for them.</summary>
public sealed class SecretsNowhereTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dcc-secrets-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_and_a_session_key_are_written_nowhere(bool withToken)
    {
        var secrets = new[] { $"tok{Guid.NewGuid():N}", $"ses{Guid.NewGuid():N}", $"key{Guid.NewGuid():N}"[..13] };
        var sent = 0;
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            sent += context.Request.Headers.Cookie.ToString().Contains(secrets[1], StringComparison.Ordinal) ? 1 : 0;
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers["X-Debug"] = secrets[1];
            context.Response.Headers.SetCookie = $"MoodleSession={secrets[1]}; path=/";
            if (context.Request.Path == "/webservice/rest/server.php")
            {
                var form = await context.Request.ReadFormAsync();
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Service(form["wsfunction"].ToString(), form["wstoken"].ToString(), secrets[1]));
                return;
            }
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($$"""
                <html><head><title>Moodle</title><script>M.cfg = {"sesskey":"{{secrets[2]}}","wwwroot":"x"};</script></head><body id="page-course-index"><div role="main">
                <a href="/login/logout.php?sesskey={{secrets[2]}}">{{secrets[1]}}</a>
                <div class="coursebox" data-courseid="7"><h3 class="coursename"><a href="/course/view.php?id=7">Медіаграмотність</a></h3>
                <div class="content"><div class="summary"><div class="no-overflow"><p>Текст <a href="/f?token={{secrets[0]}}">файл</a></p></div></div></div></div></div></body></html>
                """);
        });
        using var logs = new WrittenLines();
        using (var store = LedgerStore.Open(Path.Combine(folder, "data"), TimeProvider.System))
        {
            var catalog = new LedgerCatalog(store, new LedgerOptions(), TimeProvider.System);
            var fetchers = LoopbackPortal.Fetchers(memory: new PageMemory(store, TimeProvider.System), logs: logs, copies: new SiteFiles(store));
            var platform = new MoodlePlatform(_ => secrets[0]);
            var harvester = new Harvester(
                catalog, fetchers, new Dictionary<string, ICoursePlatform> { ["moodle"] = platform }, Prepared.Listings(), new RunJudge(new RunEvidence(store)), TimeProvider.System, logs.CreateLogger<Harvester>());
            var source = portal.Source() with { TokenVariable = withToken ? "T" : null, Trusted = true };
            // The second run is not recorded, so that pages are remembered.
            var recorded = await harvester.HarvestAsync(source, null, CancellationToken.None, Path.Combine(folder, "recording"));
            var remembered = await harvester.HarvestAsync(source, null, CancellationToken.None);
            Assert.Equal((1, 1, null), (recorded.Found, remembered.Found, remembered.Failure));
        }

        Assert.True(sent > 0 || withToken, "The session cookie never went back to its own portal, so nothing was tested.");
        var written = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, file => Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        Assert.Contains(written, file => file.Key.EndsWith("index.ndjson", StringComparison.Ordinal) && file.Value.Length > 100);
        written["logs"] = string.Join('\n', logs.Written);
        written["kept"] = await KeptAsync();
        foreach (var secret in secrets)
        {
            Assert.All(written, file => Assert.False(file.Value.Contains(secret, StringComparison.Ordinal), $"{file.Key} holds {secret[..3]}"));
        }
    }

    [Theory]
    [InlineData("/?wstoken=SECRET")]
    [InlineData("/?next=SECRET")]
    [InlineData("/path/SECRET/")]
    [InlineData("/?sesskey=abc")]
    public async Task A_redirect_to_another_host_takes_no_secret_along(string path)
    {
        const string secret = "0123456789abcdef";
        await using var other = await LoopbackPortal.StartAsync(_ => Task.CompletedTask);
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = $"MoodleSession={secret}; path=/";
            context.Response.Redirect(other.At(path.Replace("SECRET", secret, StringComparison.Ordinal)).AbsoluteUri);
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher();
        await fetcher.FetchAsync(new(portal.At("/first")), CancellationToken.None);
        var page = await fetcher.FetchAsync(new(portal.At("/course?wstoken=" + secret)), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenAddress, page.Failure?.Kind);
        Assert.DoesNotContain(secret, page.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Asked, line => line.Contains(secret, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Service(string function, string token, string session) => function switch
    {
        "core_course_get_categories" => """[{"id":1,"name":"Усі","parent":0,"visible":1}]""",
        "core_course_get_courses_by_field" => $$"""
            {"courses":[{"id":7,"fullname":"Медіаграмотність","categoryid":1,"visible":1,"enrollmentmethods":["guest"],
            "summary":"<p>Текст <a href=\"/f?token={{token}}\">файл</a> {{session[..0]}}</p>",
            "overviewfiles":[{"mimetype":"image/png","fileurl":"https://portal.example/pluginfile.php/1/a.png?token={{token}}"}]}]}
            """,
        _ => $$"""{"exception":"x","errorcode":"accessexception","debuginfo":"wstoken={{token}}"}""",
    };

    // The packed columns, unpacked.
    private async Task<string> KeptAsync()
    {
        using var store = LedgerStore.Open(Path.Combine(folder, "data"), TimeProvider.System);
        var text = new StringBuilder();
        await foreach (var listing in new LedgerCatalog(store, new LedgerOptions(), TimeProvider.System).RawListingsAsync(null, default))
        {
            text.Append(System.Text.Json.JsonSerializer.Serialize(listing.Raw, Wire.Json));
        }
        Assert.Contains("Медіаграмотність", text.ToString(), StringComparison.Ordinal);
        return text.ToString();
    }
}
