using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Alarms;

public sealed class AlarmLedgerTests : IDisposable
{
    private const string Webhook = "webhook";
    private const string Mail = "mail";

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private LedgerStore store;

    public AlarmLedgerTests() => store = LedgerStore.Open(folder.Path, clock);

    private AlarmLedger Ledger => new(store, clock);

    private AlarmQueue Queue => new(store, clock);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_alarm_is_raised_once_and_cleared_once()
    {
        Assert.Equal([AlarmKind.Nothing], (await TakeAsync(AlarmKind.Nothing)).Raised.Select(alarm => alarm.Kind));
        var again = await TakeAsync(AlarmKind.Nothing);
        Assert.Empty(again.Raised.Concat(again.Cleared));
        Assert.Single((await TakeAsync()).Cleared);
        Assert.Empty((await TakeAsync()).Cleared);
        Assert.NotNull(Assert.Single(await Ledger.EventsAsync("portal", 10, default)).ClearedAt);
    }

    [Fact]
    public async Task What_comes_back_is_another_event()
    {
        await TakeAsync(AlarmKind.Nothing);
        await TakeAsync();
        await TakeAsync(AlarmKind.Nothing, AlarmKind.Failing);

        Assert.Equal([AlarmKind.Failing, AlarmKind.Nothing, AlarmKind.Nothing], (await Ledger.EventsAsync(null, 10, default)).Select(alarm => alarm.Kind));
    }

    [Fact]
    public async Task It_is_told_once_when_raised_and_once_when_cleared()
    {
        await TakeAsync(AlarmKind.Held);
        Assert.Equal(AlarmNews.Raised, (await TellAsync()).News);
        await TakeAsync(AlarmKind.Held);
        Assert.Empty(await Queue.DueAsync(Webhook, default));
        await TakeAsync();
        Assert.Equal(AlarmNews.Cleared, (await TellAsync()).News);
        await TakeAsync();
        Assert.Empty(await Queue.DueAsync(Webhook, default));
        Assert.Equal(clock.GetUtcNow(), Assert.Single(await Ledger.EventsAsync(null, 10, default)).NotifiedAt);
    }

    [Fact]
    public async Task An_alarm_that_stands_is_told_again_after_a_week_and_not_before()
    {
        await TakeAsync(AlarmKind.Held);
        await TellAsync();
        clock.PassDays(6.9);
        await TakeAsync(AlarmKind.Held);
        Assert.Empty(await Queue.DueAsync(Webhook, default));
        clock.PassDays(0.2);
        await TakeAsync(AlarmKind.Held);
        Assert.Equal(AlarmNews.Raised, (await TellAsync()).News);
    }

    [Fact]
    public async Task What_does_not_arrive_is_kept_over_a_restart_and_tried_again_ever_more_slowly()
    {
        await TakeAsync(AlarmKind.Held);
        foreach (var minutes in new[] { 1, 2, 4, 8 })
        {
            await Queue.FailedAsync(Assert.Single(await Queue.DueAsync(Webhook, default)), "answers 500", default);
            clock.Pass(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Empty(await Queue.DueAsync(Webhook, default));
            clock.Pass(TimeSpan.FromSeconds(1));
        }

        store.Dispose();
        store = LedgerStore.Open(folder.Path, clock);

        var message = Assert.Single(await Queue.DueAsync(Webhook, default));
        Assert.Equal(4, message.Attempts);
        for (var i = 0; i < 30; i++)
        {
            await Queue.FailedAsync(message with { Attempts = i }, "answers 500", default);
        }

        clock.Pass(TimeSpan.FromHours(6));
        Assert.Single(await Queue.DueAsync(Webhook, default));
    }

    [Fact]
    public async Task That_it_is_over_is_told_only_after_it_was_told_that_it_stands()
    {
        await TakeAsync(AlarmKind.Held);
        await TakeAsync();

        Assert.Equal(AlarmNews.Raised, (await TellAsync()).News);
        Assert.Equal(AlarmNews.Cleared, (await TellAsync()).News);
    }

    [Fact]
    public async Task Every_channel_is_told_for_itself_and_a_new_one_learns_what_stands()
    {
        await TakeAsync(AlarmKind.Held);
        await TellAsync();
        await Ledger.TakeAsync([Alarm(AlarmKind.Held)], [Webhook, Mail], default);

        Assert.Empty(await Queue.DueAsync(Webhook, default));
        Assert.Equal(Mail, Assert.Single(await Queue.DueAsync(Mail, default)).Channel);
    }

    [Fact]
    public async Task The_words_of_an_alarm_follow_the_facts()
    {
        await TakeAsync(AlarmKind.Failing);
        await Ledger.TakeAsync([Alarm(AlarmKind.Failing) with { Sentence = "4 runs in a row failed." }], [Webhook], default);

        Assert.Equal("4 runs in a row failed.", Assert.Single(await Ledger.EventsAsync(null, 10, default)).Sentence);
    }

    [Fact]
    public async Task A_source_keeps_the_time_since_when_it_is_watched_until_it_is_left_out()
    {
        var marks = new WatchMarks(store, clock);
        await marks.RememberAsync(["a", "b"], default);
        var first = clock.GetUtcNow();
        clock.PassDays(1);
        await marks.ForgetOthersAsync(["a"], default);
        clock.PassDays(1);
        await marks.RememberAsync(["a", "b"], default);

        var since = await marks.SinceAsync(default);

        Assert.Equal((first, clock.GetUtcNow()), (since["a"], since["b"]));
    }

    [Fact]
    public async Task A_silent_crawl_role_is_noticed_after_ten_minutes()
    {
        var marks = new WatchMarks(store, clock);
        var watch = Watch(new WatchedSource("portal", Enabled: true));
        Assert.Equal((null, true), ((await watch.PulseAsync(default)).LastAlive, (await watch.PulseAsync(default)).IsMissing));
        await marks.BeatAsync(WatchMarks.Crawl, default);
        var beat = clock.GetUtcNow();
        clock.Pass(TimeSpan.FromMinutes(10));
        Assert.False((await watch.PulseAsync(default)).IsMissing);
        clock.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(new HarvestPulse(beat, Alive: false, Wanted: true), await watch.PulseAsync(default));
        Assert.False((await Watch(new WatchedSource("portal", Enabled: false)).PulseAsync(default)).IsMissing);
    }

    [Fact]
    public async Task A_run_that_is_held_stays_an_alarm_however_many_runs_follow()
    {
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        await HarvestAsync(catalog, "Held for a test.");
        for (var i = 0; i < 11; i++)
        {
            clock.PassDays(1);
            await HarvestAsync(catalog, null, HarvestEnd.Partial);
        }

        var held = Assert.Single(await Watch(new WatchedSource("portal", Enabled: true)).StandingAsync(default));

        Assert.Equal(AlarmKind.Held, held.Kind);
    }

    private SourceWatch Watch(WatchedSource source) =>
        new([source], new LedgerCatalog(store, new LedgerOptions(), clock), new HeldRuns(store, new LedgerOptions(), clock), new WatchMarks(store, clock), clock);

    private async Task HarvestAsync(LedgerCatalog catalog, string? heldBecause, HarvestEnd end = HarvestEnd.Complete)
    {
        var run = await catalog.OpenHarvestAsync(new HarvestOpening("portal", RunKind.Harvest, clock.GetUtcNow()), default);
        await catalog.RecordAsync(run, new HarvestBatch(Invented.Entries("portal", 2), [], null), default);
        await catalog.CloseHarvestAsync(run, new HarvestClosing(end, heldBecause, null, FetchFigures.None, clock.GetUtcNow()), default);
    }

    private Task<AlarmTurn> TakeAsync(params AlarmKind[] kinds) => Ledger.TakeAsync([.. kinds.Select(Alarm)], [Webhook], default);

    private async Task<AlarmMessage> TellAsync()
    {
        var message = Assert.Single(await Queue.DueAsync(Webhook, default));
        await Queue.ToldAsync(message, default);
        return message;
    }

    private SourceAlarm Alarm(AlarmKind kind) => new("portal", kind, clock.GetUtcNow(), "Something is wrong.", "Look.");
}
