using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Schedule;

public sealed class HarvestJobTests
{
    private readonly ManualClock clock = new();
    private readonly List<DateTimeOffset> runs = [];
    private SourceStanding standing = SourceStanding.Free;

    [Fact]
    public async Task A_source_that_rests_is_waited_for()
    {
        standing = new(clock.GetUtcNow().AddHours(4), false);
        var job = Job(null, () => { }).Execute(null!).AsTask();
        Assert.Equal(TimeSpan.FromHours(4), await clock.TimerAsync(_ => true));
        Assert.Empty(runs);
        clock.Advance(TimeSpan.FromHours(4));
        await job;
        Assert.Single(runs);
    }

    [Fact]
    public async Task A_run_that_its_hours_cut_off_goes_on_when_they_begin_again()
    {
        // Three in the morning in Kyiv; the first run ends with its hours, the second does not.
        var left = new Queue<SourceStanding>([new(null, true), SourceStanding.Free]);
        var job = Job((new(1, 0), new(6, 0)), () =>
        {
            clock.Advance(runs.Count == 0 ? TimeSpan.FromHours(3) : TimeSpan.Zero);
            standing = left.Dequeue();
        }).Execute(null!).AsTask();
        Assert.Equal(TimeSpan.FromHours(19), await clock.TimerAsync(_ => true));
        clock.Advance(TimeSpan.FromHours(19));
        await job;
        Assert.Equal([4, 23], runs.Select(at => at.Hour));
    }

    private HarvestJob Job((TimeOnly, TimeOnly)? window, Action run)
    {
        var source = MissedRunsTests.Source("portal");
        return new HarvestJob(
            source with { Politeness = source.Politeness with { Window = window } },
            (_, _) =>
            {
                run();
                runs.Add(clock.GetUtcNow());
                return Task.CompletedTask;
            },
            (_, _) => Task.FromResult(standing),
            clock,
            NullLogger.Instance);
    }
}
