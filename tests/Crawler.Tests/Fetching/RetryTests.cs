using System.Globalization;
using DcCourseIndex.Crawler.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class RetryTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_failure_that_passes_is_not_seen(int status)
    {
        await using var portal = await LoopbackPortal.StartAsync(Failing(status, times: 3));
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.True(page.IsSuccess);
        Assert.Equal(4, portal.Asked.Count);
    }

    [Fact]
    public async Task A_form_is_sent_again_with_its_body()
    {
        var bodies = new List<string>();
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            bodies.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
            context.Response.StatusCode = bodies.Count == 1 ? 500 : 200;
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.Root, Json: "[1]"), CancellationToken.None);
        Assert.True(page.IsSuccess);
        Assert.Equal(["[1]", "[1]"], bodies);
    }

    [Fact]
    public async Task A_failure_that_stays_is_told_with_its_status()
    {
        await using var portal = await LoopbackPortal.StartAsync(Failing(502, times: 99));
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal((FailureKind.ServerError, 502, false), (page.Failure!.Kind, (int)page.Status, page.IsSuccess));
        Assert.Equal(4, portal.Asked.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_portal_says_how_long_to_wait(bool asDate)
    {
        var clock = new ManualClock();
        var header = asDate ? clock.GetUtcNow().AddSeconds(77).ToString("R", CultureInfo.InvariantCulture) : "77";
        await using var portal = await LoopbackPortal.StartAsync(Failing(429, times: 1, header));
        using var fetcher = portal.Fetcher(clock: clock);
        var fetching = fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(77), await clock.TimerAsync(due => due > TimeSpan.FromSeconds(60)));
        Assert.Single(portal.Asked);
        clock.Advance(TimeSpan.FromSeconds(77));
        Assert.True((await fetching).IsSuccess);
        Assert.Equal(77_000, fetcher.Figures.WaitedMs);
    }

    [Fact]
    public async Task A_wait_over_two_minutes_ends_the_request_and_says_when_to_come_back()
    {
        var clock = new ManualClock();
        await using var portal = await LoopbackPortal.StartAsync(Failing(503, times: 99, "300"));
        using var fetcher = portal.Fetcher(clock: clock);
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(FailureKind.AskedToWait, page.Failure?.Kind);
        Assert.Contains("come back after 2026-11-21 01:05:00 UTC", page.Failure!.Message, StringComparison.Ordinal);
        Assert.Single(portal.Asked);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone_for_a_while()
    {
        var clock = new ManualClock();
        var down = true;
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.StatusCode = down ? 500 : 200;
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher(LoopbackPortal.Settings with { Retries = 0, CircuitFailures = 3 }, clock);
        await fetcher.RobotsAsync(portal.Root, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(11));
        for (var page = 1; page <= 3; page++)
        {
            Assert.Equal(FailureKind.ServerError, (await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).Failure?.Kind);
        }
        var left = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(FailureKind.CircuitOpen, left.Failure?.Kind);
        Assert.Contains("come back after", left.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(3, portal.Asked.Count);

        down = false;
        clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.True((await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).IsSuccess);
    }

    private static RequestDelegate Failing(int status, int times, string? retryAfter = null)
    {
        var asked = 0;
        return context =>
        {
            if (Interlocked.Increment(ref asked) <= times)
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = retryAfter;
            }
            return context.Response.WriteAsync("x");
        };
    }
}
