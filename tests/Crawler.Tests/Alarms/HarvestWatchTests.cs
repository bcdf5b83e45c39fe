using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Alarms;

public sealed class HarvestWatchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private readonly ManualClock clock = new();
    private LedgerStore store;

    public HarvestWatchTests() => store = LedgerStore.Open(folder, clock);

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_a_receiver_refuses_arrives_after_a_restart_once_and_in_order()
    {
        var (status, told) = (500, new List<string>());
        await using var receiver = await LoopbackPortal.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            if (status == 200)
            {
                told.Add((string)(await JsonNode.ParseAsync(context.Request.Body))!["event"]!);
            }
        });
        await FailAsync();
        await LookAsync(receiver.Root);
        Assert.Single(receiver.Asked);
        await LookAsync(receiver.Root);
        Assert.Single(receiver.Asked);

        store.Dispose();
        store = LedgerStore.Open(folder, clock);
        status = 200;
        clock.Advance(TimeSpan.FromMinutes(2));
        await LookAsync(receiver.Root);
        await LookAsync(receiver.Root);
        await SucceedAsync();
        await LookAsync(receiver.Root);
        await LookAsync(receiver.Root);

        Assert.Equal(["raised", "cleared"], told);
    }

    [Fact]
    public async Task A_night_without_a_run_becomes_an_alarm_although_nothing_ran()
    {
        await LookAsync(null);
        clock.Advance(TimeSpan.FromHours(40));
        await LookAsync(null);

        Assert.Equal(AlarmKind.Overdue, Assert.Single(await new AlarmLedger(store, clock).EventsAsync("portal", 10, default)).Kind);
    }

    [Fact]
    public async Task A_paused_source_gets_a_new_deadline_when_it_is_resumed()
    {
        var switches = new SourceSwitches(store, clock);
        await SucceedAsync();
        await LookAsync(null);
        await switches.PauseAsync("portal", default);
        clock.Advance(TimeSpan.FromDays(5));
        await LookAsync(null);
        await switches.ResumeAsync("portal", default);
        await LookAsync(null);

        Assert.Empty(await new AlarmLedger(store, clock).EventsAsync("portal", 10, default));
    }

    [Fact]
    public async Task The_watch_says_that_it_lives()
    {
        await LookAsync(null);

        Assert.Equal(clock.GetUtcNow(), await new WatchMarks(store, clock).LastBeatAsync(WatchMarks.Crawl, default));
    }

    private async Task LookAsync(Uri? webhook)
    {
        using var channels = new AlarmChannels(new() { Webhook = webhook }, _ => null, clock);
        var catalog = new LedgerCatalog(store, new(), clock);
        var marks = new WatchMarks(store, clock);
        var source = new WatchedSource("portal", Enabled: true, after => CronText.NextAfter("20 2 * * *", after));
        var watch = new SourceWatch([source], catalog, new HeldRuns(store, new(), clock), marks, clock);
        var telling = new AlarmTelling(new(store, clock), channels, null, clock, NullLogger<AlarmTelling>.Instance);
        using var looking = new HarvestWatch(
            watch, marks, new(store, clock), new(store, clock), catalog, channels, telling, clock, NullLogger<HarvestWatch>.Instance);
        await looking.LookAsync(default);
    }

    private Task FailAsync() => RunAsync(new(HarvestEnd.Failed, null, "The portal answers 500.", FetchFigures.None, clock.GetUtcNow()));

    private Task SucceedAsync() => RunAsync(new(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()));

    private async Task RunAsync(HarvestClosing closing)
    {
        var catalog = new LedgerCatalog(store, new(), clock);
        var run = await catalog.OpenHarvestAsync(new("portal", RunKind.Harvest, clock.GetUtcNow()), default);
        if (closing.End == HarvestEnd.Complete)
        {
            var raw = new Catalog.Courses.RawListing { Id = "1", Title = "Вигаданий курс", Url = "https://portal.example/1" };
            var course = new Catalog.Courses.Course { Id = "portal.1", Source = "portal", SourceId = "1", Title = raw.Title, Url = raw.Url };
            await catalog.RecordAsync(run, new([new(raw, course, new() { TaggerVersion = "test" })], [], null), default);
        }

        await catalog.CloseHarvestAsync(run, closing, default);
    }
}
