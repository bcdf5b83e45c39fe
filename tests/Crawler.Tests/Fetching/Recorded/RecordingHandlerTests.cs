using System.IO.Compression;
using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Recorded;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching.Recorded;

public sealed class RecordingHandlerTests : IDisposable
{
    private const string Token = "0123456789abcdef";
    private readonly string folder = Directory.CreateTempSubdirectory("dcc-record-").FullName;

    [Fact]
    public async Task What_was_recorded_answers_as_the_portal_did()
    {
        await using var portal = await LoopbackPortal.StartAsync(AnswerAsync, context => context.Response.WriteAsync("User-agent: *\nDisallow:"));
        var requests = new PageRequest[]
        {
            new(portal.At("/course?b=2&a=1")),
            new(portal.At("/zipped")),
            new(portal.At("/moved")),
            new(portal.At("/missing")),
            new(portal.At("/form"), Form: new Dictionary<string, string> { ["id"] = "7", ["q"] = "курс" }),
            new(portal.At("/json"), Json: "[{\"a\":1}]"),
            new(portal.At("/ws?wstoken=" + Token)),
            new(portal.At("/course?a=1&b=2")),
        };
        var live = await FetchAllAsync(LoopbackPortal.Fetchers().For(portal.Source(), recordTo: folder), requests);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, Recording.IndexFile));
        Assert.Equal(8, lines.Length);

        var source = portal.Source() with { Recorded = folder };
        await portal.DisposeAsync();
        var replayed = await FetchAllAsync(LoopbackPortal.Fetchers(new FetchSettings()).For(source), requests);
        foreach (var (was, now) in live.Zip(replayed))
        {
            Assert.Equal((was.Status, was.Address, was.ContentType, null), (now.Status, now.Address, now.ContentType, now.Failure));
            Assert.Equal(Encoding.UTF8.GetString(was.Body.Span).Replace(Token, "TOKEN", StringComparison.Ordinal), Encoding.UTF8.GetString(now.Body.Span));
        }
    }

    [Fact]
    public async Task No_secret_and_no_cookie_is_written()
    {
        await using var portal = await LoopbackPortal.StartAsync(AnswerAsync);
        await FetchAllAsync(
            LoopbackPortal.Fetchers().For(portal.Source(), recordTo: folder),
            [new(portal.At("/ws?wstoken=" + Token)), new(portal.At("/form"), Form: new Dictionary<string, string> { ["password"] = Token })]);
        var written = string.Concat(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Token, written, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", written, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("wstoken=TOKEN", written, StringComparison.Ordinal);
        Assert.Contains("password=TOKEN", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_recording_into_the_folder_adds_what_is_new()
    {
        await using var portal = await LoopbackPortal.StartAsync(AnswerAsync);
        await FetchAllAsync(LoopbackPortal.Fetchers().For(portal.Source(), recordTo: folder), [new(portal.At("/course"))]);
        await FetchAllAsync(LoopbackPortal.Fetchers().For(portal.Source(), recordTo: folder), [new(portal.At("/course")), new(portal.At("/json"))]);
        Assert.Equal(3, Recording.Load(folder).Count);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(folder, Recording.IndexFile)).Length);
    }

    [Fact]
    public async Task A_recording_with_a_bad_line_answers_nothing_and_names_it()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, Recording.IndexFile), "{\n");
        using var fetcher = LoopbackPortal.Fetchers().For(LoopbackPortal.SourceAt(new Uri("https://portal.example")) with { Recorded = folder });
        var page = await fetcher.FetchAsync(new(new Uri("https://portal.example/")), CancellationToken.None);
        Assert.Equal(FailureKind.NotConfigured, page.Failure?.Kind);
        Assert.Contains("index.ndjson:1:", page.Failure!.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<List<Page>> FetchAllAsync(PageFetcher fetcher, IReadOnlyList<PageRequest> requests)
    {
        using (fetcher)
        {
            var pages = new List<Page>();
            foreach (var request in requests)
            {
                pages.Add(await fetcher.FetchAsync(request, CancellationToken.None));
            }
            return pages;
        }
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Cookies.Append("MoodleSession", Token);
        response.ContentType = "text/html; charset=utf-8";
        var sent = await new StreamReader(request.Body).ReadToEndAsync();
        switch (request.Path.Value)
        {
            case "/moved":
                response.Redirect("/course?a=1&b=2");
                break;
            case "/missing":
                response.StatusCode = 404;
                break;
            case "/zipped":
                response.Headers.ContentEncoding = "gzip";
                await using (var zip = new GZipStream(response.Body, CompressionLevel.Optimal))
                {
                    await zip.WriteAsync(Encoding.UTF8.GetBytes("Стиснуто"));
                }
                break;
            default:
                await response.WriteAsync($"{request.Path} {request.Query["wstoken"]} {sent}");
                break;
        }
    }
}
