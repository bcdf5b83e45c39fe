using DcCourseIndex.Crawler.Fetching.Pacing;

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

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_consenting_host_is_asked_as_often_at_once_as_its_source_says(int atOnce)
    {
        var (inside, most) = (0, 0);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var portal = await LoopbackPortal.StartAsync(async _ =>
        {
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            if (now == atOnce)
            {
                full.TrySetResult();
            }
            await full.Task;
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        });
        var source = portal.Source();
        using var fetcher = LoopbackPortal.Fetchers().For(source with { Politeness = source.Politeness with { AtOnce = atOnce } });
        await fetcher.RobotsAsync(portal.Root, CancellationToken.None);
        var pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(page => fetcher.FetchAsync(new(portal.At($"/{page}")), CancellationToken.None)));
        Assert.All(pages, page => Assert.True(page.IsSuccess));
        Assert.Equal(atOnce, most);
    }

    [Fact]
    public async Task Two_at_once_are_owed_the_pause_as_well()
    {
        var clock = new ManualClock();
        var gates = new HostGates(clock);
        var delay = TimeSpan.FromSeconds(3);
        var one = await gates.EnterAsync("host", delay, 2, CancellationToken.None);
        var two = await gates.EnterAsync("host", delay, 2, CancellationToken.None);
        one.Dispose();
        clock.Advance(TimeSpan.FromSeconds(1));
        two.Dispose();
        var third = gates.EnterAsync("host", delay, 2, CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(2), await clock.TimerAsync(_ => true));
        clock.Advance(TimeSpan.FromSeconds(2));
        using var entered = await third;
        var alone = gates.EnterAsync("host", delay, 1, CancellationToken.None);
        Assert.False(alone.IsCompleted);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
