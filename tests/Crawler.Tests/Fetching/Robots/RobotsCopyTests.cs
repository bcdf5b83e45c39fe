using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching.Robots;

/// <summary>What holds while a portal does not serve its robots.txt (RFC 9309 §2.3.1 and §2.4), over real HTTP and with a real ledger.</summary>
public sealed class RobotsCopyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dcc-robots-").FullName;
    private readonly ManualClock clock = new();

    // No pause lies between two requests of these tests, and a retry would wait for the clock.
    private static readonly FetchSettings Hasty = LoopbackPortal.Settings with { Retries = 0, CircuitFailures = 1000 };

    [Fact]
    public async Task The_last_good_copy_holds_thirty_days_over_restarts_and_no_longer()
    {
        var down = false;
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, context =>
        {
            context.Response.StatusCode = down ? 503 : 200;
            return context.Response.WriteAsync(down ? "" : "User-agent: *\nDisallow: /closed\n");
        });
        Assert.Null(await FailureAsync(portal, "/open"));
        Assert.Null(await FailureAsync(portal, "/open"));
        Assert.Equal(1, portal.RobotsAsked);

        down = true;
        clock.Advance(TimeSpan.FromDays(29));
        Assert.Null(await FailureAsync(portal, "/open"));
        Assert.Equal(FailureKind.ForbiddenByRobots, await FailureAsync(portal, "/closed"));
        Assert.InRange(portal.RobotsAsked, 2, 3);

        clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(FailureKind.ServerError, await FailureAsync(portal, "/open"));
    }

    [Fact]
    public async Task That_there_is_none_is_a_good_answer_too()
    {
        var status = 404;
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Null(await FailureAsync(portal, "/x"));
        status = 500;
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Null(await FailureAsync(portal, "/x"));
    }

    [Fact]
    public async Task Five_redirects_are_followed_to_another_host_and_the_rules_hold_for_the_first()
    {
        await using var other = await LoopbackPortal.StartAsync(context => context.Response.WriteAsync("User-agent: *\nDisallow: /closed\n"));
        var hop = 0;
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            hop++;
            context.Response.Redirect(hop < 5 ? $"/hop{hop}" : other.At("/rules.txt").AbsoluteUri);
            return Task.CompletedTask;
        }, context =>
        {
            hop = 1;
            context.Response.Redirect("/hop1");
            return Task.CompletedTask;
        });
        using var fetcher = LoopbackPortal.Fetchers(Hasty with { MaxRedirects = 2 }).For(portal.Source());
        Assert.Equal(FailureKind.ForbiddenByRobots, (await fetcher.FetchAsync(new(portal.At("/closed")), CancellationToken.None)).Failure?.Kind);
        Assert.Equal(["GET /rules.txt"], other.Asked);
    }

    [Fact]
    public async Task More_redirects_count_as_none_and_a_page_in_its_place_gives_no_rules()
    {
        await using var circle = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, context =>
        {
            context.Response.Redirect("/robots.txt");
            return Task.CompletedTask;
        });
        Assert.Null(await FailureAsync(circle, "/x"));
        await using var page = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, context => { context.Response.StatusCode = 200; return context.Response.WriteAsync("<html>User-agent: *\nDisallow: /\n"); });
        Assert.Null(await FailureAsync(page, "/x"));
    }

    [Fact]
    public async Task What_a_header_forbids_still_holds_when_the_page_did_not_change()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            if (context.Request.Headers.IfNoneMatch.Count > 0)
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.Append("X-Robots-Tag", "otherbot: nofollow");
            context.Response.Headers.Append("X-Robots-Tag", "noindex");
            context.Response.Headers["tdm-reservation"] = "1";
            return context.Response.WriteAsync("x");
        });
        using var store = LedgerStore.Open(folder, clock);
        var fetchers = LoopbackPortal.Fetchers(memory: new PageMemory(store, clock));
        foreach (var notModified in new[] { false, true })
        {
            using var fetcher = fetchers.For(portal.Source());
            var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
            Assert.Equal((notModified, true), (page.NotModified, page.Rules.Reserved));
            Assert.Equal("X-Robots-Tag: noindex", page.Rules.Indexing.NotListedBy);
        }
        using var consenting = fetchers.For(portal.Source() with { Permission = new("granted", new DateOnly(2026, 1, 1), null) });
        var free = await consenting.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(PageRulesOf(), free.Rules);

        static DcCourseIndex.Crawler.Fetching.Rules.PageRules PageRulesOf() => DcCourseIndex.Crawler.Fetching.Rules.PageRules.None;
    }

    [Fact]
    public async Task The_mining_file_is_asked_once_a_day()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask, mining: context =>
        {
            context.Response.StatusCode = 200;
            return context.Response.WriteAsync("""[{"location":"/course/","tdm-reservation":1}]""");
        });
        foreach (var day in new[] { 1, 1, 2 })
        {
            using var store = LedgerStore.Open(folder, clock);
            using var fetcher = LoopbackPortal.Fetchers(Hasty, clock, copies: new SiteFiles(store)).For(portal.Source());
            await fetcher.PrepareAsync(CancellationToken.None);
            Assert.True(fetcher.Reserves(portal.At("/course/1").AbsoluteUri));
            Assert.False(fetcher.Reserves(portal.At("/other").AbsoluteUri));
            Assert.Equal(day, portal.MiningAsked);
            clock.Advance(TimeSpan.FromHours(day == 1 && portal.MiningAsked == 1 ? 13 : 0));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Each time the store and the fetcher are opened anew, as after a restart.
    private async Task<FailureKind?> FailureAsync(LoopbackPortal portal, string path)
    {
        using var store = LedgerStore.Open(folder, clock);
        using var fetcher = LoopbackPortal.Fetchers(Hasty, clock, copies: new SiteFiles(store)).For(portal.Source());
        return (await fetcher.FetchAsync(new(portal.At(path)), CancellationToken.None)).Failure?.Kind;
    }
}
