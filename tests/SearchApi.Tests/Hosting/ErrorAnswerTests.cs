using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.AspNetCore.Builder;

namespace DcCourseIndex.SearchApi.Tests.Hosting;

public sealed class ErrorAnswerTests
{
    [Theory]
    [InlineData("/api/v1/nothing", 404, "/problems/not-found")]
    [InlineData("/api/v1/classify", 405, "/problems/method-not-allowed")]
    [InlineData("/api/broken", 500, "/problems/internal-error")]
    [InlineData("/health/nothing", 404, "/problems/not-found")]
    public async Task Programs_get_a_problem(string address, int status, string type)
    {
        await using var site = await SampleSite.StartAsync(more: Break);

        var (answered, problem) = await site.JsonAsync(address);

        Assert.Equal((status, type), (answered, (string)problem["type"]!));
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing", 404, "Такої сторінки немає")]
    [InlineData("/nothing?lang=en", 404, "There is no such page")]
    [InlineData("/broken", 500, "Сталася помилка")]
    [InlineData("/courses/prometheus.NONE", 404, "Такої сторінки немає")]
    [InlineData("/courses/prometheus.OLD1", 410, "Цього вже немає")]
    [InlineData("/?level=basic", 400, "Адресу не вдалося прочитати")]
    [InlineData("/?cursor=expired", 410, "Цього вже немає")]
    [InlineData("/sources?q=1", 400, "Адресу не вдалося прочитати")]
    [InlineData("/competences?framework=x&lang=en", 400, "The address could not be read")]
    public async Task People_get_a_page(string address, int status, string heading)
    {
        await using var site = await SampleSite.StartAsync(more: Break);

        var (answered, page) = await site.PageAsync(address);

        Assert.Equal((status, heading), (answered, page.QuerySelector("h1")!.TextContent));
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href^='/']"));
    }

    [Fact]
    public async Task A_refused_page_offers_itself_without_the_wrong_parameter()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/?q=a&level=basic");

        Assert.Contains("/?q=a", page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains("foundation, intermediate", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/courses")]
    [InlineData("/api/v1/courses?x=1")]
    [InlineData("/nothing")]
    [InlineData("/broken")]
    [InlineData("/assets/site.css")]
    public async Task Every_answer_carries_the_guarding_headers(string address)
    {
        await using var site = await SampleSite.StartAsync(more: Break);

        using var response = await site.GetAsync(address);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.Contains("Referrer-Policy"));
    }

    [Theory]
    [InlineData("/api/v1/courses")]
    [InlineData("/api/v1/courses?x=1")]
    [InlineData("/openapi/v1.json")]
    public async Task Other_portals_may_read_from_browsers(string address)
    {
        await using var site = await SampleSite.SharedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "https://portal.example");

        using var response = await site.Client.SendAsync(request);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Reading_works_by_head_too()
    {
        await using var site = await SampleSite.SharedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/courses");

        using var response = await site.Client.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
    }

    private static void Break(WebApplication app)
    {
        app.MapGet("/api/broken", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/broken", string () => throw new InvalidOperationException("secret"));
    }
}
