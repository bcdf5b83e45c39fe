namespace DcCourseIndex.Crawler.Tests.Schedule.Thousand;

/// <summary>So many equal hands, processors or the one writer of the catalogue: work is done in the order in which it comes.</summary>
internal sealed class Worker(NightClock clock, int hands)
{
    private readonly long[] freeAt = new long[hands];

    /// <summary>How long any hand has worked in all.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>The longest that work has waited for a hand.</summary>
    public TimeSpan LongestWait { get; private set; }

    public Task DoAsync(TimeSpan work)
    {
        var hand = Array.IndexOf(freeAt, freeAt.Min());
        var now = clock.GetTimestamp();
        var start = Math.Max(now, freeAt[hand]);
        freeAt[hand] = start + work.Ticks;
        Worked += work;
        LongestWait = TimeSpan.FromTicks(Math.Max(LongestWait.Ticks, start - now));
        return Task.Delay(TimeSpan.FromTicks(freeAt[hand] - now), clock, CancellationToken.None);
    }
}
