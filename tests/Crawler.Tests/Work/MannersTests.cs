using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Hostile;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Portals.Hostile;

namespace DcCourseIndex.Crawler.Tests.Work;

public sealed class MannersTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualClock clock = new();
    private readonly CrawlGround ground;

    public MannersTests() => ground = new CrawlGround(clock);

    public void Dispose() => ground.Dispose();

    [Fact]
    public async Task A_source_that_fails_rests_longer_each_time_until_one_run_does_well()
    {
        await using var portal = await Invented.HostileAsync();
        var source = Invented.Source("portal", portal.Address);
        portal.Mood = Misbehaviours.All["a login page with 200"];
        TimeSpan[] ladder = [.. BackOff.Ladder, BackOff.Ladder[^1]];
        for (var failure = 1; failure <= ladder.Length; failure++)
        {
            var report = await ground.Role(Invented.Settings).Runs.ScheduledAsync(source, None);
            Assert.Equal(RunState.Failed, report!.State);
            ground.Restart();
            var rest = (await ground.StatusAsync("portal")).Rest!;
            Assert.Equal((failure, ladder[failure - 1], false), (rest.Failures, rest.Until - clock.GetUtcNow(), rest.AskedByPortal));
            Assert.Contains("only after login", rest.Because, StringComparison.Ordinal);
            clock.Advance(ladder[failure - 1] - TimeSpan.FromSeconds(1));
            Assert.Null(await ground.Role(Invented.Settings).Runs.ScheduledAsync(source, None));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        portal.Mood = null;
        await ground.Rests.KeepAsync("portal", new(6, clock.GetUtcNow().AddDays(3), false, "It failed."), None);
        Assert.Equal(RunState.Promoted, (await ground.Role(Invented.Settings).Runs.HarvestAsync(source, null, None))!.State);
        Assert.Null((await ground.StatusAsync("portal")).Rest);
    }

    [Theory]
    [InlineData("429 for an hour", 3600)]
    [InlineData("503 for a day", 86_400)]
    [InlineData("429 until a date", 30 * 86_400)]
    public async Task A_portal_that_wants_to_be_left_alone_is_not_asked_before_even_by_hand_or_after_a_restart(string mood, int seconds)
    {
        await using var portal = await Invented.HostileAsync();
        var source = Invented.Source("portal", portal.Address);
        portal.Mood = Misbehaviours.All[mood];
        var report = await ground.Role(Invented.Settings).Runs.HarvestAsync(source, null, None);
        Assert.Equal((RunState.Open, HarvestEnd.Interrupted), (report!.State, report.End));
        Assert.Contains("come back after", report.Failure, StringComparison.Ordinal);

        ground.Restart();
        portal.Mood = null;
        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        var answer = await ground.Role(Invented.Settings, null, source).Work.DoAsync(new(WorkOrder.Harvest) { Sources = ["portal"] }, null, None);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("asked to be left alone", answer.Message, StringComparison.Ordinal);
        Assert.Equal(1, portal.Asked);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RunState.Promoted, (await ground.Role(Invented.Settings).Runs.ScheduledAsync(source, None))!.State);
    }

    [Fact]
    public async Task A_pause_stops_a_run_at_its_page_boundary_and_resuming_goes_on_there()
    {
        await using var portal = await LongPortal.StartAsync();
        var source = Invented.Source("portal", portal.Address);
        portal.At(1, () => ground.Switches.PauseAsync("portal", None));
        var report = await Work().ScheduledAsync(source, None);
        Assert.Equal((RunState.Open, 50), (report!.State, report.Found));
        Assert.Contains("resume portal", report.Failure, StringComparison.Ordinal);
        Assert.Null(await Work().HarvestAsync(source, null, None));

        await ground.Switches.ResumeAsync("portal", None);
        await GoesOnAsync(portal, () => Work().ScheduledAsync(source, None), report.Run);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_left_at_its_last_page_and_goes_on_next_time()
    {
        await using var portal = await LongPortal.StartAsync();
        var source = Invented.Source("portal", portal.Address);
        portal.At(52, () => Pass(TimeSpan.FromHours(6)));
        var report = await Work().HarvestAsync(source, null, None);
        Assert.Equal((RunState.Open, 50), (report!.State, report.Found));
        Assert.Contains("longestRun", report.Failure, StringComparison.Ordinal);
        await GoesOnAsync(portal, () => Work().HarvestAsync(source, null, None), report.Run);
    }

    [Fact]
    public async Task When_its_hours_end_a_run_is_left_and_goes_on_in_the_next_ones()
    {
        await using var portal = await LongPortal.StartAsync();
        // The clock stands at three in the morning in Kyiv.
        var source = Invented.Source("portal", portal.Address);
        source = source with { Politeness = source.Politeness with { Window = (new(1, 0), new(6, 0)) } };
        portal.At(52, () => Pass(TimeSpan.FromHours(3)));
        var report = await Work().ScheduledAsync(source, None);
        Assert.Equal((RunState.Open, 50), (report!.State, report.Found));
        Assert.Contains("06:00", report.Failure, StringComparison.Ordinal);
        Assert.Null(await Work().ScheduledAsync(source, None));
        Assert.True((await Work().StandingAsync("portal", None)).Unfinished);

        clock.Advance(TimeSpan.FromHours(19));
        await GoesOnAsync(portal, () => Work().ScheduledAsync(source, None), report.Run);
    }

    [Fact]
    public async Task A_harvest_by_hand_knows_no_hours()
    {
        await using var portal = await LongPortal.StartAsync();
        var source = Invented.Source("portal", portal.Address);
        source = source with { Politeness = source.Politeness with { Window = (new(12, 0), new(13, 0)) } };
        Assert.Null(await Work().ScheduledAsync(source, None));
        Assert.Equal(RunState.Promoted, (await Work().HarvestAsync(source, null, None))!.State);
    }

    [Fact]
    public async Task A_consenting_portal_is_asked_side_by_side_for_the_same_courses()
    {
        await using var portal = await LongPortal.StartAsync();
        var source = Invented.Source("portal", portal.Address);
        portal.At(1, portal.SecondAsync);
        var report = await Work().HarvestAsync(source with { Politeness = source.Politeness with { AtOnce = 4 } }, null, None);
        Assert.Equal(RunState.Promoted, report!.State);
        Assert.InRange(portal.MostAtOnce, 2, 4);
        Assert.Equal(report.Found, (await Work().HarvestAsync(source, null, None))!.Unchanged);
    }

    private Task Pass(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }

    private static async Task GoesOnAsync(LongPortal portal, Func<Task<HarvestReport?>> run, long number)
    {
        var before = portal.Informed;
        var report = await run();
        Assert.Equal((RunState.Promoted, number), (report!.State, report.Run));
        Assert.Null(report.Failure);
        Assert.InRange(report.Found, 51, 57);
        Assert.Equal(report.Found - 50, portal.Informed - before);
    }

    private SourceRuns Work() => ground.Role(Invented.Settings with { MaxRequests = 200 }).Runs;
}
