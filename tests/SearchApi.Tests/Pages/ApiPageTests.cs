using DcCourseIndex.SearchApi.Tests.Documentation;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class ApiPageTests
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api?lang=en")]
    public async Task Every_address_is_there_with_requests_to_copy_that_are_answered(string address)
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var site = real.Site;
        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        var (status, page) = await site.PageAsync(address);

        Assert.Equal(200, status);
        var patterns = page.QuerySelectorAll("article h3 code").Select(code => code.TextContent.Split(' ')[1]).ToList();
        Assert.Equal(document["paths"]!.AsObject().Select(path => path.Key).Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), patterns.Distinct().Order(StringComparer.Ordinal));
        foreach (var article in page.QuerySelectorAll("article"))
        {
            var named = article.QuerySelector("h3 code")!.TextContent.Split(' ');
            var (shown, method) = (article.QuerySelectorAll("pre code").Select(code => code.TextContent).ToList(), named[0].ToLowerInvariant());
            Assert.All(named[0] is "GET" or "POST" ? [] : new[] { $"-X {named[0]} ", $"\"{named[0]}\"", $"method: '{named[0]}'" }.Zip(shown), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
            Assert.Contains($"requests.{method}(", shown[3], StringComparison.Ordinal);
            // What needs a key is shown, and refused to whoever has none; of a kept list only its maker knows the number.
            if (named[1] == "/api/v1/lists/{id}" || document["paths"]![named[1]]!.AsObject().Any(operation => operation.Value!["security"] is not null))
                continue;
            Assert.Equal(["curl", "C#", "JavaScript", "Python"], article.QuerySelectorAll("h4").Select(title => title.TextContent));
            var curl = article.QuerySelector("pre code")!.TextContent;
            var quoted = curl.Split('\'');
            var (at, body) = (ExampleTests.OfThisSite(new Uri(quoted[^2]).PathAndQuery, site), curl.Contains("--json", StringComparison.Ordinal) ? quoted[1] : null);
            using var answer = body is null ? await site.GetAsync(at) : await site.Client.PostAsync(new Uri(at, UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            Assert.True(answer.IsSuccessStatusCode, $"{at}: {answer.StatusCode}");
        }
    }
}
