using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class DeprecationTests
{
    private static readonly SearchApiSettings Settings = new()
    {
        Deprecations =
        [
            new("/api/v1/courses/{id}/similar", null, new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero), "/api#similar"),
            new("/api/v1/courses", "explain", new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 7, 1, 0, 0, 0, TimeSpan.Zero), "/api#explain"),
        ],
    };

    [Theory]
    [InlineData("/api/v1/courses/prometheus.DC101/similar", "@1793491200", "Tue, 01 Jun 2027 00:00:00 GMT", "</api#similar>; rel=\"deprecation\"; type=\"text/html\"")]
    [InlineData("/api/v1/courses?explain=true", "@1796083200", "Thu, 01 Jul 2027 00:00:00 GMT", "</api#explain>; rel=\"deprecation\"; type=\"text/html\"")]
    public async Task What_goes_says_so_when_and_what_to_use_instead(string address, string since, string sunset, string link)
    {
        await using var site = await SampleSite.StartAsync(settings: Settings);

        using var answer = await site.GetAsync(address);

        Assert.Equal((since, sunset, link), (One(answer, "Deprecation"), One(answer, "Sunset"), One(answer, "Link")));
    }

    [Fact]
    public async Task What_stays_says_nothing_and_the_document_marks_what_goes()
    {
        await using var site = await SampleSite.StartAsync(settings: Settings);

        using var answer = await site.GetAsync("/api/v1/courses");
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        Assert.False(answer.Headers.Contains("Deprecation") || answer.Headers.Contains("Sunset"));
        Assert.True((bool?)document["paths"]!["/api/v1/courses/{id}/similar"]!["get"]!["deprecated"]);
        Assert.Null(document["paths"]!["/api/v1/courses"]!["get"]!["deprecated"]);
        Assert.Equal(["explain"], document["paths"]!["/api/v1/courses"]!["get"]!["parameters"]!.AsArray().Where(parameter => (bool?)parameter!["deprecated"] == true).Select(parameter => (string)parameter!["name"]!));
    }

    private static string One(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
