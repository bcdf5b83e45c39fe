namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>A calendar that a test turns from night to night, back as well as forward, as a mended machine clock does; waiting and measuring go on as ever.</summary>
internal sealed class NightClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void PassDays(int days) => Interlocked.Add(ref ticks, TimeSpan.FromDays(days).Ticks);
}
