using System.Text;
using DcCourseIndex.Crawler.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class PageFetcherTests
{
    [Fact]
    public async Task A_page_comes_back_whole_and_the_request_says_who_asks()
    {
        var sent = "";
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            var headers = context.Request.Headers;
            sent = $"{headers.UserAgent} | {headers.Accept} | {headers.AcceptLanguage}";
            context.Response.Headers["X-WP-Total"] = "41";
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("Курси");
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/a?b=c")) { Accept = "application/json" }, CancellationToken.None);
        Assert.True(page.IsSuccess);
        Assert.Equal("Курси", Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal(("41", "text/html; charset=utf-8"), (page.Headers["x-wp-total"], page.ContentType));
        Assert.Equal("DcCourseIndex/0.1 (+https://library.example/crawler) | application/json | uk", sent);
        Assert.Equal((2, 10), (fetcher.Figures.Requests, fetcher.Figures.Bytes));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(400)]
    public async Task A_refusal_of_one_page_is_a_value_and_asked_once(int status)
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("no");
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/x")), CancellationToken.None);
        Assert.Equal((status, null, false), ((int)page.Status, page.Failure, page.IsSuccess));
        Assert.Single(portal.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_and_cookies_kept_within_the_run()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            if (context.Request.Path == "/start")
            {
                context.Response.Cookies.Append("MoodleSession", "abc");
                context.Response.Redirect("/end");
                return Task.CompletedTask;
            }
            return context.Response.WriteAsync($"session {context.Request.Cookies["MoodleSession"]}");
        });
        var fetchers = LoopbackPortal.Fetchers();
        using var fetcher = fetchers.For(portal.Source());
        var page = await fetcher.FetchAsync(new(portal.At("/start")), CancellationToken.None);
        Assert.Equal(portal.At("/end"), page.Address);
        Assert.Equal("session abc", Encoding.UTF8.GetString(page.Body.Span));

        using var nextRun = fetchers.For(portal.Source());
        var fresh = await nextRun.FetchAsync(new(portal.At("/end")), CancellationToken.None);
        Assert.Equal("session ", Encoding.UTF8.GetString(fresh.Body.Span));
    }

    [Theory]
    [InlineData(303, "GET ", 0)]
    [InlineData(302, "GET ", 0)]
    [InlineData(307, "POST a=1", 0)]
    public async Task A_form_that_is_led_on_is_sent_again_only_where_the_status_says_so(int status, string second, int failures)
    {
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            if (context.Request.Path == "/form")
            {
                (context.Response.StatusCode, context.Response.Headers.Location) = (status, "/then");
                return;
            }
            await context.Response.WriteAsync($"{context.Request.Method} {await new StreamReader(context.Request.Body).ReadToEndAsync()}");
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/form"), Form: new Dictionary<string, string> { ["a"] = "1" }), CancellationToken.None);
        Assert.Equal((second, failures), (Encoding.UTF8.GetString(page.Body.Span), page.Failure is null ? 0 : 1));
    }

    [Fact]
    public async Task A_form_is_not_sent_on_to_another_host()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (307, "http://other.example/steal");
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/form"), Form: new Dictionary<string, string> { ["wstoken"] = "geheim-0123456789" }), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenAddress, page.Failure?.Kind);
        Assert.Contains("other.example", page.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_ukrainian_address_is_understood_as_it_is()
    {
        await using var portal = new RawPortal(Encoding.UTF8.GetBytes("HTTP/1.1 302 Found\r\nLocation: ftp://x/курси\r\nContent-Length: 0\r\n\r\n"));
        using var fetcher = LoopbackPortal.Fetchers().For(LoopbackPortal.SourceAt(portal.Root));
        Assert.Contains("ftp://x/курси", (await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_goes_in_circles_ends()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/")), CancellationToken.None);
        Assert.Equal(FailureKind.TooManyRedirects, page.Failure?.Kind);
        Assert.Equal(6, portal.Asked.Count);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_unreachable_after_its_retries()
    {
        Uri gone;
        await using (var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask))
        {
            gone = portal.Root;
        }
        using var fetcher = LoopbackPortal.Fetchers().For(LoopbackPortal.SourceAt(gone));
        var page = await fetcher.FetchAsync(new(gone), CancellationToken.None);
        Assert.Equal(FailureKind.Unreachable, page.Failure?.Kind);
        Assert.Equal(4, fetcher.Figures.Requests);
    }

    [Fact]
    public async Task Without_a_contact_nobody_is_asked()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask);
        using var fetcher = portal.Fetcher(new FetchSettings());
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(FailureKind.NotConfigured, page.Failure?.Kind);
        Assert.Contains("contact:", page.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (portal.Asked.Count, portal.RobotsAsked));
    }

    [Fact]
    public async Task A_cancelled_request_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var fetcher = portal.Fetcher();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new(portal.Root), cancelled.Token));
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_cut()
    {
        var clock = new ManualClock();
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            await context.Response.WriteAsync("half of it");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var fetcher = portal.Fetcher(LoopbackPortal.Settings with { Retries = 0, AttemptTimeout = TimeSpan.FromSeconds(61) }, clock);
        await fetcher.RobotsAsync(portal.Root, CancellationToken.None);
        var fetching = fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        await clock.TimerAsync(due => due == TimeSpan.FromSeconds(61));
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(FailureKind.Timeout, (await fetching).Failure?.Kind);
    }
}
