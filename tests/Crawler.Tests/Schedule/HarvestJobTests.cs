using DcCourseIndex.Catalog.Ledger;
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

    [Fact]
    public async Task Of_several_nodes_one_runs_what_is_due_and_the_others_leave_it_out()
    {
        await Job(null, () => { }, Shared(due: false)).Execute(null!);
        Assert.Empty(runs);
        await Job(null, () => { }, Shared(due: true)).Execute(null!);
        Assert.Single(runs);
    }

    [Fact]
    public async Task A_run_that_lies_open_goes_on_whether_it_is_due_or_not()
    {
        standing = new(null, true);
        await Job(null, () => standing = SourceStanding.Free, Shared(due: false)).Execute(null!);
        Assert.Single(runs);
    }

    [Fact]
    public async Task What_waits_when_its_program_stops_is_given_back_for_another_node()
    {
        standing = new(clock.GetUtcNow().AddHours(4), false);
        using var stop = new CancellationTokenSource();
        var shared = Job(null, () => { }, Shared(due: true)).Execute(null!, stop.Token).AsTask();
        var alone = Job(null, () => { }).Execute(null!, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shared);
        await alone;
        Assert.Empty(runs);
    }

    private static SharedFiring Shared(bool due) => new(LeaseTimes.Standard, _ => Task.FromResult(due));

    private HarvestJob Job((TimeOnly, TimeOnly)? window, Action run, SharedFiring? shared = null)
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
            NullLogger.Instance)
        {
            Shared = shared,
        };
    }
}
