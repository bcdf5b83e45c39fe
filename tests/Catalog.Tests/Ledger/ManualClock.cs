namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 20, 1, 2, 3, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;

    public void PassDays(double days) => Pass(TimeSpan.FromDays(days));
}
