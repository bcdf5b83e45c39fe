using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Security;

public sealed partial class RequestForgeryTests(ReadSite read) : IClassFixture<ReadSite>
{
    private static readonly string[] Pages = ["/", "/courses/{id}", "/courses/{id}/print", "/widget", "/list", "/lists/{id}", "/sources/{name}", "/places", "/path", "/competences", "/coverage", "/oai", "/sru"];
    private static readonly string[] Tempting = ["q", "url", "list", "back", "image", "callback", "stylesheet", "resumptionToken", "query", "source"];
    private static readonly string[] Headers = ["Referer", "Origin", "Forwarded", "X-Forwarded-Host", "X-Original-URL", "X-Forwarded-For", "Profile", "Link"];

    [Fact]
    public async Task No_address_that_is_sent_anywhere_in_a_request_is_asked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var inside = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/latest/meta-data/";
        var (_, document) = await read.Site.JsonAsync("/openapi/v1.json");
        var asked = 0;

        var documented =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            from name in (operation.Value!["parameters"]?.AsArray() ?? []).Where(parameter => (string)parameter!["in"]! == "query").Select(parameter => (string)parameter!["name"]!).DefaultIfEmpty("url")
            select (Method: operation.Key.ToUpperInvariant(), path.Key, Name: name);
        foreach (var (method, path, name) in documented.Concat(from page in Pages from name in Tempting select ("GET", page, name)))
        {
            var escaped = Uri.EscapeDataString(inside);
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{Braces().Replace(path, escaped)}?{name}={escaped}");
            foreach (var header in Headers)
                Assert.True(request.Headers.TryAddWithoutValidation(header, inside));
            if (method is "POST" or "PUT")
                request.Content = new StringContent($$"""{"title":"{{inside}}","name":"{{inside}}","url":"{{inside}}","image":"{{inside}}","summary":"<img src='{{inside}}'>","courses":[{"id":"{{inside}}"}]}""", Encoding.UTF8, "application/json");
            using var answer = await read.Site.Client.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{method} {path}?{name}: {answer.StatusCode}");
            asked++;
        }

        Assert.True(asked > 200, $"Only {asked} requests.");
        Assert.False(listener.Pending());
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Braces();
}
