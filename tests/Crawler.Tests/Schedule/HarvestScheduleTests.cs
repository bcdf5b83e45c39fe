using System.Threading.Channels;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Schedule;

public sealed class HarvestScheduleTests
{
    private static readonly IReadOnlyDictionary<string, DateTimeOffset> Never = new Dictionary<string, DateTimeOffset>();
    private readonly Channel<string> ran = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task What_is_due_runs_and_what_is_not_does_not()
    {
        await using var schedule = Schedule(
            [Every("often"), Every("off") with { Enabled = false }, Every("byhand") with { Schedule = null }],
            (source, ct) => ran.Writer.WriteAsync(source.Name, ct).AsTask(),
            new Dictionary<string, DateTimeOffset> { ["often"] = TimeProvider.System.GetUtcNow() });
        await schedule.StartAsync(CancellationToken.None);
        Assert.Equal("often", await NextAsync());
        Assert.Equal("often", await NextAsync());
        await schedule.StopAsync(CancellationToken.None);
        Assert.Equal(["often"], schedule.Next().Keys);
    }

    [Fact]
    public async Task A_missed_run_is_made_up_at_the_start()
    {
        await using var schedule = Schedule([Yearly("portal")], (source, ct) => ran.Writer.WriteAsync(source.Name, ct).AsTask(), Never);
        await schedule.StartAsync(CancellationToken.None);
        Assert.Equal("portal", await NextAsync());
        await schedule.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_source_never_runs_twice_at_once_and_another_is_not_held_up()
    {
        var (inside, most) = (0, 0);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var schedule = Schedule([Every("slow"), Every("quick")], async (source, ct) =>
        {
            if (source.Name == "slow")
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await release.Task;
                Interlocked.Decrement(ref inside);
            }
            await ran.Writer.WriteAsync(source.Name, ct);
        }, Never);
        await schedule.StartAsync(CancellationToken.None);
        for (var run = 0; run < 3; run++)
        {
            Assert.Equal("quick", await NextAsync());
        }
        Assert.Equal(1, most);
        release.SetResult();
        while (await NextAsync() != "slow")
        {
            // The quick one goes on meanwhile.
        }
        await schedule.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task One_broken_source_stops_no_other_and_not_even_itself()
    {
        await using var schedule = Schedule([Every("broken")], async (source, ct) =>
        {
            await ran.Writer.WriteAsync(source.Name, ct);
            throw new InvalidOperationException("a bug");
        }, Never);
        await schedule.StartAsync(CancellationToken.None);
        Assert.Equal("broken", await NextAsync());
        Assert.Equal("broken", await NextAsync());
        await schedule.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stopping_asks_a_running_harvest_to_end_and_waits_for_it()
    {
        var ended = false;
        await using var schedule = Schedule([Yearly("portal")], async (source, ct) =>
        {
            await ran.Writer.WriteAsync(source.Name, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended = true;
            ct.ThrowIfCancellationRequested();
        }, Never);
        await schedule.StartAsync(CancellationToken.None);
        await NextAsync();
        await schedule.StopAsync(CancellationToken.None);
        Assert.True(ended);
    }

    private static SourceDefinition Every(string name) => MissedRunsTests.Source(name) with { Schedule = "* * * * * *" };

    private static SourceDefinition Yearly(string name) => MissedRunsTests.Source(name) with { Schedule = "0 0 1 1 *" };

    private static HarvestSchedule Schedule(
        IReadOnlyList<SourceDefinition> sources, Func<SourceDefinition, CancellationToken, Task> harvest, IReadOnlyDictionary<string, DateTimeOffset> lastStarts) =>
        new(sources, harvest, _ => Task.FromResult(lastStarts), TimeProvider.System, NullLoggerFactory.Instance);

    private Task<string> NextAsync() => ran.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
