using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Hosting;

public sealed class ForeignPageTests
{
    [Theory]
    [InlineData("/api/v1/courses", "GET", true)]
    [InlineData("/api/v1/classify", "POST", true)]
    [InlineData("/api/v1/courses", "POST", false)]
    [InlineData("/api/v1/courses", "DELETE", false)]
    public async Task Scripts_of_other_sites_may_read_and_ask_and_nothing_else(string address, string method, bool may)
    {
        await using var site = await SampleSite.SharedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        request.Headers.Add("Origin", "https://portal.example");
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type,if-none-match");

        using var answer = await site.Client.SendAsync(request);

        var methods = answer.Headers.TryGetValues("Access-Control-Allow-Methods", out var named) ? string.Join(",", named) : "";
        Assert.Equal(may, methods.Contains(method, StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task They_see_what_an_answer_says_of_itself()
    {
        await using var site = await SampleSite.SharedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/courses");
        request.Headers.Add("Origin", "https://portal.example");

        using var answer = await site.Client.SendAsync(request);

        var shown = string.Join(",", answer.Headers.GetValues("Access-Control-Expose-Headers"));
        Assert.All(["ETag", "RateLimit", "Retry-After", "X-Total-Count"], name => Assert.Contains(name, shown, StringComparison.Ordinal));
    }
}
