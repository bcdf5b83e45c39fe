using DcCourseIndex.SearchApi.Health;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.SearchApi.Tests.Health;

public sealed class DeepCheckTests
{
    private readonly ManualClock clock = new();
    private int looks;

    [Fact]
    public async Task Ten_minutes_long_everybody_gets_the_same_look()
    {
        var check = new DeepCheck(_ => Task.FromResult(Look()), new NoEnd(), clock);

        var first = await check.LookAsync(default);
        clock.Pass(DeepCheck.Fresh - TimeSpan.FromSeconds(1));
        var second = await check.LookAsync(default);
        clock.Pass(TimeSpan.FromSeconds(1));
        await check.LookAsync(default);

        Assert.Same(first, second);
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task Who_asks_while_a_look_is_taken_waits_for_that_one()
    {
        var ready = new TaskCompletionSource();
        var check = new DeepCheck(async _ => { await ready.Task; return Look(); }, new NoEnd(), clock);

        Task<Soundness>[] asked = [check.LookAsync(default), check.LookAsync(default)];
        clock.Pass(DeepCheck.Fresh * 2);
        var late = check.LookAsync(default);
        ready.SetResult();

        await Task.WhenAll([.. asked, late]);
        Assert.Equal(1, looks);
    }

    [Fact]
    public async Task A_look_that_broke_is_taken_again()
    {
        var check = new DeepCheck(_ => looks++ == 0 ? Task.FromException<Soundness>(new InvalidOperationException("broke")) : Task.FromResult(Look()), new NoEnd(), clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => check.LookAsync(default));

        Assert.True((await check.LookAsync(default)).Sound);
    }

    private Soundness Look()
    {
        looks++;
        return new(clock.GetUtcNow(), new(true, "sound"), new(true, "sound"), new(true, "roomy"), new(false, "portal: held"));
    }

    private sealed class NoEnd : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;
        public CancellationToken ApplicationStopping => default;
        public CancellationToken ApplicationStopped => default;
        public void StopApplication() => throw new NotSupportedException();
    }
}
