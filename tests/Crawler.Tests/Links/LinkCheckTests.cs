using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Links;

public sealed class LinkCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("linkcheck-");
    private readonly ManualClock clock = new();
    private readonly LedgerStore store;

    public LinkCheckTests() => store = LedgerStore.Open(folder.FullName, clock);

    [Fact]
    public async Task An_unchanged_class_makes_no_revision_and_a_changed_one_does()
    {
        await using var portal = await LoopbackPortal.StartAsync(Well);
        await HarvestAsync(portal, 3);
        var check = Check(portal.Source());

        var first = await check.ByHandAsync([], all: true, null, default);
        var before = await store.PositionAsync(default);
        clock.Advance(TimeSpan.FromDays(7));
        var second = await check.NightAsync(default);

        Assert.Equal((3, 3, 3, 0), (first!.Checked, first.Changed, second!.Checked, second.Changed));
        Assert.Equal(before, await store.PositionAsync(default));
        Assert.Equal(LinkHealth.Ok, (await Catalog.FindAsync("portal.1", default))!.Course!.Link);
        Assert.Equal(clock.GetUtcNow(), (await Ledger.FindAsync("portal.1", default))!.CheckedAt);
    }

    [Fact]
    public async Task A_night_asks_no_more_than_it_may_and_the_next_goes_on()
    {
        await using var portal = await LoopbackPortal.StartAsync(Well);
        await HarvestAsync(portal, 30);
        var check = Check(portal.Source(), new LinkSettings { PerNight = 20 });
        await Ledger.SyncAsync(default);
        clock.Advance(TimeSpan.FromDays(8));

        var first = (await check.NightAsync(default))!;
        var second = (await check.NightAsync(default))!;

        Assert.Equal((20, 10, 10, 0), (first.Checked, first.Remaining, second.Checked, second.Remaining));
        Assert.Equal(30, Courses(portal).Distinct().Count());
    }

    [Fact]
    public async Task First_looks_are_spread_over_a_week()
    {
        await using var portal = await LoopbackPortal.StartAsync(Well);
        await HarvestAsync(portal, 60);
        var check = Check(portal.Source());
        var looks = new List<int>();
        for (var night = 0; night < 7; night++)
        {
            looks.Add((await check.NightAsync(default))!.Checked);
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(60, looks.Sum());
        Assert.All(looks, count => Assert.InRange(count, 1, 30));
    }

    [Fact]
    public async Task A_paused_a_disabled_and_a_recorded_source_are_not_asked()
    {
        await using var portal = await LoopbackPortal.StartAsync(Well);
        await HarvestAsync(portal, 2);
        await new SourceSwitches(store, clock).PauseAsync("portal", default);

        Assert.Equal(0, (await Check(portal.Source()).ByHandAsync([], all: true, null, default))!.Checked);
        await new SourceSwitches(store, clock).ResumeAsync("portal", default);
        Assert.Equal(0, (await Check(portal.Source() with { Enabled = false }).ByHandAsync([], all: true, null, default))!.Checked);
        Assert.Equal(0, (await Check(portal.Source() with { Recorded = folder.FullName }).ByHandAsync([], all: true, null, default))!.Checked);
        Assert.Empty(portal.Asked);
        Assert.Equal(2, (await Check(portal.Source()).ByHandAsync([], all: true, null, default))!.Checked);
    }

    [Fact]
    public async Task A_night_waits_for_the_portals_hours()
    {
        await using var portal = await LoopbackPortal.StartAsync(Well);
        await HarvestAsync(portal, 1);
        await Ledger.SyncAsync(default);
        clock.Advance(TimeSpan.FromDays(8));
        // The clock stands at 03:00 in Kyiv.
        var source = portal.Source() with { Politeness = new Politeness { Delay = TimeSpan.Zero, Window = (new TimeOnly(5, 0), new TimeOnly(6, 0)) } };

        var night = Check(source).NightAsync(default);
        var wait = await clock.TimerAsync(time => time > TimeSpan.FromMinutes(61));
        Assert.Empty(portal.Asked);
        clock.Advance(wait);

        Assert.Equal(1, (await night)!.Checked);
        Assert.Equal(TimeSpan.FromHours(2), wait);
    }

    [Fact]
    public async Task A_stopped_night_keeps_what_it_found_and_goes_on()
    {
        using var stop = new CancellationTokenSource();
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            if (context.Request.Path == "/course/7")
            {
                await stop.CancelAsync();
            }

            await Well(context);
        });
        await HarvestAsync(portal, 12);
        await Ledger.SyncAsync(default);
        clock.Advance(TimeSpan.FromDays(8));
        var check = Check(portal.Source());

        var stopped = (await check.NightAsync(stop.Token))!;
        var report = (await check.NightAsync(default))!;

        Assert.Null(stopped.EndedAt);
        Assert.InRange(stopped.Checked, 1, 11);
        Assert.Equal((stopped.Id, 12, 0), (report.Id, report.Checked, report.Remaining));
    }

    [Fact]
    public async Task A_private_address_is_not_asked_for_a_source_from_elsewhere()
    {
        await using var portal = await LoopbackPortal.StartAsync(Well);
        await HarvestAsync(portal, 1);

        var report = await Check(portal.Source() with { Address = new Uri("https://portal.example"), AllowPrivateAddress = true }).ByHandAsync([], all: true, null, default);

        Assert.Equal(1, report!.Checked);
        Assert.Empty(portal.Asked);
        Assert.Equal(LinkSight.Unclear, (await Ledger.FindAsync("portal.1", default))!.Sight);
    }

    [Fact]
    public async Task Only_one_check_runs_at_a_time()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            asked.TrySetResult();
            await answer.Task;
            await Well(context);
        });
        await HarvestAsync(portal, 1);
        var check = Check(portal.Source());

        var first = check.ByHandAsync([], all: true, null, default);
        await asked.Task;
        var second = check.NightAsync(default);
        answer.SetResult();

        Assert.Null(await second);
        Assert.NotNull(await first);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    private LedgerCatalog Catalog => new LedgerCatalog(store, new LedgerOptions(), clock);

    private LinkLedger Ledger => new(store, clock);

    private static Task Well(HttpContext context) => context.Response.WriteAsync(Sample.Html(Sample.Title, $"<h1>{Sample.Title}</h1>"));

    private static IEnumerable<string> Courses(LoopbackPortal portal) => portal.Asked.Where(line => line.Contains("/course/", StringComparison.Ordinal));

    private LinkCheck Check(SourceDefinition source, LinkSettings? settings = null) => new(
        [source], Ledger, new LinkReports(store, clock), new SourceSwitches(store, clock), LoopbackPortal.Fetchers(clock: clock), settings ?? new LinkSettings(), clock, NullLogger<LinkCheck>.Instance);

    private async Task HarvestAsync(LoopbackPortal portal, int courses)
    {
        var run = await Catalog.OpenHarvestAsync(new HarvestOpening("portal", RunKind.Harvest, clock.GetUtcNow()), default);
        await Catalog.RecordAsync(run, new HarvestBatch([.. Enumerable.Range(1, courses).Select(number => Entry(portal, $"{number}"))], [], null), default);
        await Catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
    }

    private static HarvestEntry Entry(LoopbackPortal portal, string key)
    {
        var url = portal.At($"/course/{key}").AbsoluteUri;
        return new HarvestEntry(
            new RawListing { Id = key, Title = Sample.Title, Url = url },
            new Course { Id = CourseId.Of("portal", key), Source = "portal", SourceId = key, Title = Sample.Title, Url = url },
            new Tagging { TaggerVersion = "test" });
    }
}
