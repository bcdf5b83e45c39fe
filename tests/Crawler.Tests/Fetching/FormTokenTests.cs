using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching;

/// <summary>Forms of portals that take them only from somebody who has seen a page.</summary>
public sealed class FormTokenTests
{
    private const string Token = "0123456789abcdefVYDUMANYI";

    private static readonly Dictionary<string, string> Form = new() { ["q"] = "курс" };

    [Fact]
    public async Task The_token_goes_with_the_cookie_and_a_referrer_and_with_nothing_else()
    {
        var seen = new List<string>();
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            var request = context.Request;
            lock (seen) seen.Add($"{request.Method} {request.Cookies["csrftoken"]} {request.Headers["X-CSRFToken"]} {request.Headers.Referer}");
            context.Response.Headers.Append("Set-Cookie", $"csrftoken={Token}; Path=/");
            return context.Response.WriteAsync("<html></html>");
        });
        using var fetcher = portal.Fetcher();
        await fetcher.FetchAsync(new(portal.At("/courses")), CancellationToken.None);
        await fetcher.FetchAsync(new(portal.At("/search/"), Form) { FormToken = Token }, CancellationToken.None);
        await fetcher.FetchAsync(new(portal.At("/other")), CancellationToken.None);
        Assert.Equal(["GET   ", $"POST {Token} {Token} {portal.Root}", $"GET {Token}  "], seen);
    }

    [Fact]
    public async Task A_form_that_is_answered_with_another_page_leaves_its_token_behind()
    {
        var tokens = new List<string>();
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            lock (tokens) tokens.Add($"{context.Request.Method} {context.Request.Headers["X-CSRFToken"]}");
            if (context.Request.Path == "/search/") context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher();
        await fetcher.FetchAsync(new(portal.At("/search/"), Form) { FormToken = Token }, CancellationToken.None);
        Assert.Equal([$"POST {Token}", "GET "], tokens);
    }

    [Fact]
    public async Task A_recording_holds_no_token()
    {
        var folder = Directory.CreateTempSubdirectory("dcc-recording-").FullName;
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$"""{"csrfToken":"{{Token}}"}""");
        });
        using (var fetcher = LoopbackPortal.Fetchers().For(portal.Source(), folder))
        {
            await fetcher.FetchAsync(new(portal.At("/csrf/api/v1/token")) { Accept = "application/json" }, CancellationToken.None);
            await fetcher.FetchAsync(new(portal.At("/search/"), Form) { Accept = "application/json", FormToken = Token }, CancellationToken.None);
        }

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.DoesNotContain(Token, File.ReadAllText(file), StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }
}
