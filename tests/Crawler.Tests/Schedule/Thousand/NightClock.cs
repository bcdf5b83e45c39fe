namespace DcCourseIndex.Crawler.Tests.Schedule.Thousand;

/// <summary>
/// A night in one thread: whatever is awaited goes on in its turn, and when nobody can go on, the clock leaps to the next timer.
/// So the same night is the same to the last request, and takes as long as the processor needs.
/// </summary>
internal sealed class NightClock(DateTimeOffset begin) : TimeProvider
{
    private readonly PriorityQueue<NightTimer, (long Due, long Number)> timers = new();
    private long now = begin.UtcTicks;
    private long number;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

    public override long GetTimestamp() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new NightTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs everything that happens until a moment, and leaves the clock there.</summary>
    public void RunUntil(DateTimeOffset end, Action begin)
    {
        var before = SynchronizationContext.Current;
        var line = new Line();
        SynchronizationContext.SetSynchronizationContext(line);
        try
        {
            begin();
            line.Empty();
            while (timers.TryPeek(out _, out var next) && next.Due <= end.UtcTicks)
            {
                var timer = timers.Dequeue();
                if (timer.IsFor(next.Number))
                {
                    now = Math.Max(now, next.Due);
                    timer.Ring();
                    line.Empty();
                }
            }

            now = end.UtcTicks;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class NightTimer(NightClock clock, Action ring) : ITimer
    {
        private long standing = -1;

        public bool IsFor(long entry) => standing == entry;

        public void Ring()
        {
            standing = -1;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            standing = -1;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                standing = clock.number++;
                clock.timers.Enqueue(this, (clock.now + dueTime.Ticks, standing));
            }

            return true;
        }

        public void Dispose() => standing = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>What waits for its turn; only this thread puts in and takes out.</summary>
    private sealed class Line : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Go, object? State)> waiting = new();

        public override void Post(SendOrPostCallback d, object? state) => waiting.Enqueue((d, state));

        public void Empty()
        {
            while (waiting.TryDequeue(out var next))
            {
                next.Go(next.State);
            }
        }
    }
}
