using System.Diagnostics;
using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Harvesting;
using DcCourseIndex.Crawler.Tests.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Schedule;

/// <summary>
/// Twenty-four hours of the clockwork by a clock that a test turns: every portal is harvested every hour over real HTTP into a real store, a fifth of its courses changed,
/// and after each hour the process is looked at. What stays behind of a run would be seen as growth.
/// </summary>
[Collection("hostile")]
public sealed class DayOfHarvestsTests(ITestOutputHelper output) : IDisposable
{
    private const int Hours = 24;
    private const int WarmUp = 8;
    private const int Portals = 4;
    private const int Courses = 30;

    // Four runs an hour: twenty kilobytes that each left behind would be seen. The portals' notes of who visited them take sixteen an hour.
    private const double MostMemoryAnHour = 80 * 1024;

    // A handle that each run left behind would make four an hour.
    private const double MostHandlesAnHour = 0.5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string folder = Directory.CreateTempSubdirectory("dcc-day-").FullName;
    private readonly int[] ended = new int[Portals];
    private readonly int[] begun = new int[Portals];
    private volatile int hour;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_day_of_harvests_leaves_neither_memory_nor_handles_behind()
    {
        var clock = new ManualClock();
        using var store = LedgerStore.Open(folder, clock);
        var portals = await Task.WhenAll(Enumerable.Range(0, Portals).Select(number => NightlyPortals.OpenEdxAsync(id => Name(number, id), Courses, validators: true)));
        var sources = portals.Select(Source).ToList();
        var runs = CrawlRole.Over(store, clock, LoopbackPortal.Fetchers(clock: clock, memory: new PageMemory(store, clock)), sources: sources).Runs;
        await using var schedule = new HarvestSchedule(
            sources, (source, ct) => RunAsync(runs, source, ct), _ => Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(sources.ToDictionary(source => source.Name, _ => clock.GetUtcNow())),
            clock, NullLoggerFactory.Instance, runs.StandingAsync);
        await schedule.StartAsync(CancellationToken.None);

        var looks = new List<(long Memory, int Handles)>();
        for (; hour < Hours; hour++)
        {
            foreach (var number in Enumerable.Range(0, Portals))
            {
                await ComeAsync(clock, schedule, sources[number], number);
            }

            looks.Add(Look());
        }

        await schedule.StopAsync(CancellationToken.None);
        Assert.Equal(Portals * Courses, (await new LedgerCatalog(store, new LedgerOptions(), clock).SourcesAsync(default)).Sum(source => source.Active));
        Assert.Equal(Enumerable.Repeat(Hours, Portals), ended);
        var warm = looks.Skip(WarmUp).ToList();
        output.WriteLine(string.Join(' ', looks.Select(look => string.Create(CultureInfo.InvariantCulture, $"{look.Memory / 1024}/{look.Handles}"))));
        var (memory, handles) = (TypicalStep([.. warm.Select(look => (double)look.Memory)]), TypicalStep([.. warm.Select(look => (double)look.Handles)]));
        var seen = string.Create(CultureInfo.InvariantCulture, $"{memory / 1024:+0.0;-0.0} kB an hour of {warm[^1].Memory / 1024} kB, {handles:+0.00;-0.00} handles an hour of {warm[^1].Handles}");
        output.WriteLine(seen);
        Assert.True(memory < MostMemoryAnHour, $"The memory grows from hour to hour: {seen}.");
        Assert.True(handles < MostHandlesAnHour, $"Handles stay open: {seen}.");
        foreach (var portal in portals)
        {
            await portal.DisposeAsync();
        }
    }

    // Every fifth course has another name each hour.
    private string Name(int portal, int id) => string.Create(CultureInfo.InvariantCulture, $"Вигаданий курс {id} порталу {portal}{(id % 5 == 0 ? $", година {hour}" : "")}");

    private static SourceDefinition Source(LoopbackPortal portal, int number) => portal.OpenEdx() with
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"portal-{number}"),
        Schedule = string.Create(CultureInfo.InvariantCulture, $"{10 * (number + 1)} * * * *"),
        Enabled = true,
        Trusted = true,
        Politeness = new() { Delay = TimeSpan.Zero },
    };

    private async Task RunAsync(Crawler.Work.SourceRuns runs, SourceDefinition source, CancellationToken ct)
    {
        var number = int.Parse(source.Name.Split('-')[1], CultureInfo.InvariantCulture);
        Interlocked.Increment(ref begun[number]);
        var report = await runs.ScheduledAsync(source, ct);
        Assert.Equal((RunState.Promoted, Courses), (report!.State, report.Found));
        Interlocked.Increment(ref ended[number]);
    }

    // The clock leaps to the portal's time and stands while it is harvested. Quartz sleeps by the machine's clock, so a bell wakes it: a source that comes and goes.
    private async Task ComeAsync(ManualClock clock, HarvestSchedule schedule, SourceDefinition source, int number)
    {
        using var patience = new CancellationTokenSource(Patience);
        clock.Advance(CronText.NextAfter(source.Schedule!, clock.GetUtcNow())!.Value - clock.GetUtcNow());
        while (Volatile.Read(ref begun[number]) <= hour)
        {
            await schedule.TakeAsync(source with { Name = "bell", Schedule = "0 0 1 1 *" });
            await schedule.DropAsync("bell");
            await Task.Delay(10, patience.Token);
        }

        while (Volatile.Read(ref ended[number]) <= hour)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private static (long Memory, int Handles) Look()
    {
        for (var round = 0; round < 2; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.HandleCount);
    }

    // The middle one of the steps from hour to hour: what each run leaves behind is in all of them. A pool that takes one connection or one large buffer more
    // is in one of them; the slope of a line through the hours told such stairs as growth when two came in one day.
    private static double TypicalStep(double[] values)
    {
        var steps = values.Zip(values.Skip(1), (before, after) => after - before).Order().ToList();
        return (steps[(steps.Count - 1) / 2] + steps[steps.Count / 2]) / 2;
    }
}
