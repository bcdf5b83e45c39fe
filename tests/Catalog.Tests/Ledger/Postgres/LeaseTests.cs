using DcCourseIndex.Catalog.Ledger;
using FrozenClock = DcCourseIndex.Crawler.Tests.Fetching.ManualClock;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

[Collection(nameof(PostgresServer))]
public sealed class LeaseTests(PostgresServer server) : IDisposable
{
    private static readonly LeaseTimes Long = new(TimeSpan.FromMinutes(10));
    private readonly Cluster cluster = new(server);

    public void Dispose() => cluster.Dispose();

    [Fact]
    public async Task Of_sixteen_takers_at_once_one_gets_it_and_the_numbers_rise()
    {
        var takers = Enumerable.Range(0, 16).Select(i => cluster.Leases($"node-{i}", Long)).ToList();
        var numbers = new List<long>();
        for (var round = 0; round < 10; round++)
        {
            var held = await Task.WhenAll(takers.Select(taker => Task.Run(() => taker.TryHoldAsync("portal", default))));
            await using var won = Assert.Single(held.OfType<HeldLease>());
            numbers.Add(won.Fence);
        }

        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), numbers);
    }

    [Fact]
    public async Task While_it_is_held_nobody_else_gets_it_and_another_name_is_free()
    {
        await using var held = await cluster.Leases("one", Long).TryHoldAsync("portal", default);
        Assert.Equal("one", held!.Node);
        Assert.Null(await cluster.Leases("two", Long).TryHoldAsync("portal", default));
        await using var other = await cluster.Leases("two", Long).TryHoldAsync("library", default);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task A_lease_that_its_holder_does_not_renew_passes_to_another_and_the_first_learns_it()
    {
        // The holder's clock stands still, as that of a frozen process does; the server's goes on.
        var frozen = new FrozenClock();
        var held = (await cluster.Leases("frozen", new LeaseTimes(TimeSpan.FromSeconds(1)), frozen).TryHoldAsync("portal", default))!;
        await using var next = await cluster.Leases("next", Long).HoldAsync("portal", default).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(held.Fence + 1, next.Fence);
        Assert.False(held.Lost.IsCancellationRequested);

        frozen.Advance(TimeSpan.FromSeconds(1));
        Assert.True(held.Lost.IsCancellationRequested);
        await held.DisposeAsync();
        Assert.Null(await cluster.Leases("third", Long).TryHoldAsync("portal", default));
    }

    [Fact]
    public async Task A_lease_is_renewed_as_long_as_it_is_held()
    {
        await using var held = await cluster.Leases("one", new LeaseTimes(TimeSpan.FromSeconds(2))).TryHoldAsync("portal", default);
        var other = cluster.Leases("two", Long);
        for (var looks = 0; looks < 15; looks++)
        {
            Assert.Null(await other.TryHoldAsync("portal", default));
            await Task.Delay(200);
        }

        Assert.False(held!.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_cannot_renew_gives_up_no_later_than_others_may_begin()
    {
        await using var held = await cluster.Leases("one", new LeaseTimes(TimeSpan.FromSeconds(1.5))).TryHoldAsync("portal", default);
        server.Stop();
        try
        {
            await Task.Delay(Timeout.Infinite, held!.Lost).WaitAsync(TimeSpan.FromSeconds(30)).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            Assert.True(held.Lost.IsCancellationRequested);
        }
        finally
        {
            server.Begin();
        }
    }

    [Fact]
    public async Task A_writer_does_not_keep_leases_waiting()
    {
        var inside = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var writing = cluster.Store.WriteAsync(
            async _ =>
            {
                inside.SetResult();
                await release.Task;
                return 0;
            },
            default);
        await inside.Task;
        await using var held = await cluster.Leases("one", Long).TryHoldAsync("portal", default).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotNull(held);
        release.SetResult();
        await writing;
    }
}
