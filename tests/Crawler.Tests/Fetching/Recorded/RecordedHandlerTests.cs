using System.Net;
using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Recorded;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Fetching.Recorded;

public sealed class RecordedHandlerTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dcc-recording-").FullName;

    [Theory]
    [InlineData("GET", "/a?x=1&y=2", null, "GET", "/a?y=2&x=1", null)]
    [InlineData("GET", "/a?x=1&x=2", null, "GET", "/a?x=2&x=1", null)]
    [InlineData("GET", "/a?q=%d1%96", null, "GET", "/a?q=%D1%96", null)]
    [InlineData("GET", "/a?q=a+b", null, "GET", "/a?q=a%20b", null)]
    [InlineData("GET", "/a?", null, "GET", "/a", null)]
    [InlineData("GET", "/курс", null, "GET", "/%D0%BA%D1%83%D1%80%D1%81", null)]
    [InlineData("GET", "/c/course-v1:A%2BB", null, "GET", "/c/course-v1%3AA+B", null)]
    [InlineData("POST", "/f", "a=1&b=%D1%96", "POST", "/f", "b=%d1%96&a=1")]
    [InlineData("POST", "/f", "[{\"a\": 1, \"b\": [2]}]", "POST", "/f", "[{\"b\":[2],\"a\":1}]")]
    [InlineData("GET", "/a?wstoken=TOKEN", null, "GET", "/a?wstoken=0123456789abcdef", null)]
    public async Task Requests_that_mean_the_same_have_one_answer(string method, string url, string? body, string asked, string address, string? sent)
    {
        var status = await AskAsync(Line(method, url, body), asked, address, sent);
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Theory]
    [InlineData("GET", "/a?x=1", null, "GET", "/a?x=2", null)]
    [InlineData("GET", "/a?x=1", null, "GET", "/a?x=1&x=1", null)]
    [InlineData("GET", "/a?q=a%2Bb", null, "GET", "/a?q=a+b", null)]
    [InlineData("GET", "/a", null, "POST", "/a", "")]
    [InlineData("GET", "/a/b", null, "GET", "/a%2Fb", null)]
    [InlineData("GET", "/A", null, "GET", "/a", null)]
    [InlineData("POST", "/f", "[1,2]", "POST", "/f", "[2,1]")]
    public async Task Requests_that_differ_answer_404(string method, string url, string? body, string asked, string address, string? sent)
    {
        var status = await AskAsync(Line(method, url, body), asked, address, sent);
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task What_a_recording_does_not_hold_is_told_from_a_portal_s_own_404()
    {
        File.WriteAllText(Path.Combine(folder, "index.ndjson"), Line("GET", "/gone", null).Replace("202", "404", StringComparison.Ordinal));
        using var fetcher = new PageFetchers(new FetchSettings(), TimeProvider.System, NullLoggerFactory.Instance).For(LoopbackPortal.SourceAt(new Uri("https://portal.example")) with { Recorded = folder });
        var gone = await fetcher.FetchAsync(new PageRequest(new Uri("https://portal.example/gone")), CancellationToken.None);
        var unknown = await fetcher.FetchAsync(new PageRequest(new Uri("https://portal.example/page/2")), CancellationToken.None);
        Assert.False(gone.IsNotRecorded);
        Assert.True(unknown.IsNotRecorded);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        var refusal = Assert.Throws<ListingUnreliableException>(() => Answers.Demand(unknown));
        Assert.Contains("harvest --record DIR", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_lines_for_one_request_the_first_holds() =>
        Assert.Equal(HttpStatusCode.Accepted, await AskAsync(Line("GET", "/a?x=1&y=2", null) + Line("GET", "/a?y=2&x=1", null).Replace("202", "500", StringComparison.Ordinal), "GET", "/a?x=1&y=2", null));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\"}")]
    [InlineData("{\"method\":\"GET\",\"url\":\"a\",\"body\":null,\"status\":200,\"headers\":{},\"file\":null}")]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\",\"body\":null,\"status\":20,\"headers\":{},\"file\":null}")]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\",\"body\":null,\"status\":200,\"headers\":{},\"file\":\"none.html\"}")]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\",\"body\":null,\"status\":200,\"headers\":{},\"file\":\"../out.html\"}")]
    [InlineData("{\"method\":\"GET\",\"url\":\"/a\",\"body\":null,\"status\":200,\"headers\":{},\"file\":null,\"fiel\":1}")]
    public void A_bad_line_is_a_problem_with_its_number(string line)
    {
        File.WriteAllText(Path.Combine(folder, "index.ndjson"), Line("GET", "/good", null) + line + "\n");
        var problem = Assert.Single(Recording.Load(folder).Problems);
        Assert.Equal(2, problem.Line);
    }

    [Theory]
    [InlineData("moodle-4.5-day1", "/course/info.php?id=10", 690)]
    [InlineData("moodle-3.11-day1", "/course/index.php?perpage=50&page=0&browse=courses&categoryid=1", 690)]
    [InlineData("wordpress-day1", "/wp-json/wp/v2/posts?page=2&per_page=20", 324)]
    [InlineData("eprints-day1", "/cgi/oai2?metadataPrefix=oai_dc&verb=ListRecords", 47)]
    public async Task A_recorded_portal_answers_through_the_page_fetcher(string site, string address, int requests)
    {
        if (Workspace.Captures(Path.Combine("sites", site)) is not { } recorded)
        {
            output.WriteLine($"The captures of {site} are not on this machine; nothing was tested.");
            return;
        }
        var recording = Recording.Load(recorded);
        Assert.Empty(recording.Problems);
        Assert.True(recording.Count >= requests, $"{recording.Count} requests");
        using var fetcher = new PageFetchers(new FetchSettings(), TimeProvider.System, NullLoggerFactory.Instance).For(new SourceDefinition
        {
            Name = "portal", Title = "П", Platform = "moodle", Recorded = recorded, Address = new Uri("https://portal.example"),
            // EPrints closes /cgi/, and with it its OAI-PMH address, to crawlers that its owner has not agreed with.
            Permission = new("granted", new DateOnly(2026, 11, 20), null), Politeness = new() { Delay = TimeSpan.Zero },
        });
        var page = await fetcher.FetchAsync(new(new Uri("https://portal.example" + address)), CancellationToken.None);
        Assert.True(page.IsSuccess, page.Failure?.Message ?? page.Status.ToString());
        Assert.True(page.Body.Length > 500);
        Assert.NotNull(page.ContentType);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Line(string method, string url, string? body) => System.Text.Json.JsonSerializer.Serialize(
        new { method, url, body, status = 202, headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" }, file = (string?)null }) + "\n";

    private async Task<HttpStatusCode> AskAsync(string lines, string method, string address, string? body)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "index.ndjson"), lines);
        var recording = Recording.Load(folder);
        Assert.Empty(recording.Problems);
        using var invoker = new HttpMessageInvoker(new RecordedHandler(recording));
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://portal.example" + address);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        return response.StatusCode;
    }
}
