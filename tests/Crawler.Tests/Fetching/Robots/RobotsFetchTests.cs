using DcCourseIndex.Crawler.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching.Robots;

public sealed class RobotsFetchTests
{
    private const string Closed = "User-agent: *\nDisallow: /closed\n";

    [Fact]
    public async Task What_robots_txt_closes_is_not_asked()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying(Closed));
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/closed/x")), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenByRobots, page.Failure?.Kind);
        Assert.Contains("/robots.txt", page.Failure!.Message, StringComparison.Ordinal);
        Assert.Empty(portal.Asked);
    }

    [Fact]
    public async Task A_redirect_into_what_is_closed_is_not_followed()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Redirect("/closed");
            return Task.CompletedTask;
        }, Saying(Closed));
        using var fetcher = portal.Fetcher();
        Assert.Equal(FailureKind.ForbiddenByRobots, (await fetcher.FetchAsync(new(portal.At("/open")), CancellationToken.None)).Failure?.Kind);
        Assert.Equal(["GET /open"], portal.Asked);
    }

    [Fact]
    public async Task A_written_consent_of_the_owner_opens_his_own_host_only()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying(Closed));
        var consent = portal.Source() with { Permission = new("granted", new DateOnly(2026, 11, 20), null) };
        using var fetcher = LoopbackPortal.Fetchers().For(consent);
        Assert.True((await fetcher.FetchAsync(new(portal.At("/closed")), CancellationToken.None)).IsSuccess);

        using var undated = LoopbackPortal.Fetchers().For(consent with { Permission = new("granted", null, null) });
        Assert.Equal(FailureKind.ForbiddenByRobots, (await undated.FetchAsync(new(portal.At("/closed")), CancellationToken.None)).Failure?.Kind);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    public async Task Where_there_is_none_everything_is_open(int status)
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying(Closed, status));
        using var fetcher = portal.Fetcher();
        Assert.True((await fetcher.FetchAsync(new(portal.At("/closed")), CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task Of_a_file_larger_than_any_page_the_beginning_holds()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying(Closed + new string('#', 11 * 1024 * 1024)));
        using var fetcher = portal.Fetcher();
        Assert.True((await fetcher.FetchAsync(new(portal.At("/open")), CancellationToken.None)).IsSuccess);
        Assert.Equal(FailureKind.ForbiddenByRobots, (await fetcher.FetchAsync(new(portal.At("/closed")), CancellationToken.None)).Failure?.Kind);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    public async Task Where_it_cannot_be_read_nothing_is_open(int status)
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying("", status));
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/open")), CancellationToken.None);
        Assert.Equal(FailureKind.ServerError, page.Failure?.Kind);
        Assert.Contains("robots.txt could not be read", page.Failure!.Message, StringComparison.Ordinal);
        Assert.Empty(portal.Asked);
    }

    [Fact]
    public async Task It_is_read_once_a_day_for_all_runs()
    {
        var clock = new ManualClock();
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying(Closed));
        var fetchers = LoopbackPortal.Fetchers(clock: clock);
        foreach (var hour in Enumerable.Range(0, 25))
        {
            using var fetcher = fetchers.For(portal.Source());
            await fetcher.FetchAsync(new(portal.At($"/{hour}")), CancellationToken.None);
            Assert.Equal(hour < 24 ? 1 : 2, portal.RobotsAsked);
            clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task A_crawl_delay_longer_than_the_source_s_own_is_kept()
    {
        var clock = new ManualClock();
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, Saying("User-agent: *\nCrawl-delay: 9\nDisallow: /closed"));
        using var fetcher = LoopbackPortal.Fetchers(clock: clock).For(portal.Source(TimeSpan.FromSeconds(3)));
        await fetcher.RobotsAsync(portal.Root, CancellationToken.None);
        var fetching = fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(9), await clock.TimerAsync(due => due < TimeSpan.FromSeconds(30)));
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.True((await fetching).IsSuccess);
    }

    private static RequestDelegate Saying(string text, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    };
}
