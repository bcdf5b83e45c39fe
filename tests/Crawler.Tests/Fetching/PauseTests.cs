using DcCourseIndex.Crawler.Fetching.Pacing;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class PauseTests
{
    [Fact]
    public async Task A_timer_that_rings_early_does_not_shorten_a_pause()
    {
        var clock = new HastyClock();
        await Pause.WaitAsync(TimeSpan.FromMilliseconds(150.2), clock, default);
        Assert.InRange(clock.Passed, TimeSpan.FromMilliseconds(150.2), TimeSpan.FromMilliseconds(152));
    }

    [Fact]
    public async Task A_pause_of_nothing_sets_no_timer()
    {
        var clock = new HastyClock();
        await Pause.WaitAsync(TimeSpan.Zero, clock, default);
        Assert.Equal(0, clock.Timers);
    }

    /// <summary>Time passes only in timers, and the long ones ring two milliseconds too early.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private static readonly TimeSpan Haste = TimeSpan.FromMilliseconds(2);

        public TimeSpan Passed { get; private set; }

        public int Timers { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            Passed += dueTime > Haste * 2 ? dueTime - Haste : dueTime;
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
