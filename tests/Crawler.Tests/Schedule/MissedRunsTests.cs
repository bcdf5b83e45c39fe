using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Schedule;

public sealed class MissedRunsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("2026-11-21T02:20:01+02:00", false)]
    [InlineData("2026-11-21T02:19:59+02:00", true)]
    [InlineData("2026-11-20T02:20:01+02:00", true)]
    [InlineData("2026-10-01T02:20:01+03:00", true)]
    [InlineData("2026-11-21T11:00:00+02:00", false)]
    public void A_run_is_missed_when_its_time_came_after_the_last_start(string last, bool missed) =>
        Assert.Equal(missed ? 1 : 0, MissedRuns.Judge([Source("portal")], Last("portal", last), Now).Count);

    [Fact]
    public void A_source_that_never_ran_is_due() =>
        Assert.Single(MissedRuns.Judge([Source("portal")], Last("other", "2026-11-21T02:20:01+02:00"), Now));

    [Fact]
    public void What_is_not_scheduled_or_not_enabled_is_never_missed() =>
        Assert.Empty(MissedRuns.Judge([Source("off") with { Enabled = false }, Source("byhand") with { Schedule = null }], Last("x", "2026-01-01T00:00:00Z"), Now));

    internal static SourceDefinition Source(string name) => new() { Name = name, Title = name, Platform = "moodle", Schedule = "20 2 * * *" };

    private static Dictionary<string, DateTimeOffset> Last(string name, string at) => new() { [name] = DateTimeOffset.Parse(at, null) };
}
