using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Hosting;

namespace DcCourseIndex.SearchApi.Tests.Hosting;

public sealed class ServerLimitTests
{
    [Fact]
    public async Task A_request_that_is_too_large_in_any_part_is_refused_by_the_server_itself()
    {
        await using var app = SampleSite.Build(
            new SampleSearcher(SampleCourses.All, SampleFrameworks.All), new(), null, static web => web.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(ServerLimits.Set));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        Assert.Equal(200, await AskAsync(client, "/api/v1/courses", _ => { }));
        Assert.Equal(414, await AskAsync(client, $"/api/v1/courses?q={new string('a', 9000)}", _ => { }));
        Assert.Equal(431, await AskAsync(client, "/api/v1/courses", request => request.Headers.Add("X-Long", new string('a', 17_000))));
        Assert.Equal(431, await AskAsync(client, "/api/v1/courses", request =>
        {
            for (var number = 0; number < 61; number++)
                request.Headers.Add($"X-{number}", "a");
        }));
        Assert.Equal(413, await AskAsync(client, "/api/v1/classify", request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = new StringContent(new string(' ', 1_100_000), System.Text.Encoding.UTF8, "application/json");
        }));
    }

    private static async Task<int> AskAsync(HttpClient client, string address, Action<HttpRequestMessage> more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        more(request);
        using var answer = await client.SendAsync(request);
        Assert.False(answer.Headers.Contains("Server"));
        return (int)answer.StatusCode;
    }
}
