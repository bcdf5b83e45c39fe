namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class HostGateTests
{
    [Fact]
    public async Task One_host_is_asked_by_one_run_at_a_time()
    {
        var (inside, most) = (0, 0);
        await using var portal = await LoopbackPortal.StartAsync(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        });
        var fetchers = LoopbackPortal.Fetchers();
        var runs = Enumerable.Range(0, 6).Select(async run =>
        {
            using var fetcher = fetchers.For(portal.Source() with { Name = $"portal-{run}" });
            for (var page = 0; page < 10; page++)
            {
                Assert.True((await fetcher.FetchAsync(new(portal.At($"/{run}/{page}")), CancellationToken.None)).IsSuccess);
            }
        });
        await Task.WhenAll(runs);
        Assert.Equal((1, 60), (most, portal.Asked.Count));
    }

    [Fact]
    public async Task The_pause_runs_from_the_end_of_one_request_to_the_start_of_the_next()
    {
        var clock = new ManualClock();
        await using var portal = await LoopbackPortal.StartAsync(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        });
        using var fetcher = LoopbackPortal.Fetchers(clock: clock).For(portal.Source(TimeSpan.FromSeconds(3)));
        await fetcher.RobotsAsync(portal.Root, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(3));
        await fetcher.FetchAsync(new(portal.At("/1")), CancellationToken.None);

        clock.Advance(TimeSpan.FromSeconds(1));
        var second = fetcher.FetchAsync(new(portal.At("/2")), CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(2), await clock.TimerAsync(due => due < TimeSpan.FromSeconds(30)));
        Assert.Equal(["GET /1"], portal.Asked);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await second).IsSuccess);
        Assert.Equal(2000, fetcher.Figures.WaitedMs);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_at_the_gate_leaves_it_open()
    {
        var clock = new ManualClock();
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask);
        var fetchers = LoopbackPortal.Fetchers(clock: clock);
        using var fetcher = fetchers.For(portal.Source(TimeSpan.FromSeconds(3)));
        await fetcher.RobotsAsync(portal.Root, CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var waiting = fetcher.FetchAsync(new(portal.At("/1")), cancel.Token);
        await clock.TimerAsync(due => due == TimeSpan.FromSeconds(3));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        using var other = fetchers.For(portal.Source());
        Assert.True((await other.FetchAsync(new(portal.At("/2")), CancellationToken.None)).IsSuccess);
    }
}
