namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>A wait that is never shorter than it says: timers count by a coarse clock and ring up to some milliseconds too early.</summary>
internal static class Pause
{
    public static async Task WaitAsync(TimeSpan length, TimeProvider clock, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        for (var rest = length; rest > TimeSpan.Zero; rest = length - clock.GetElapsedTime(began))
        {
            // A timer drops what is less than a millisecond, and would then not wait at all.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), clock, ct);
        }
    }
}
