using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Portals.Hostile;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Hostile;

[Collection("hostile")]
public sealed class HostilePortalTests(HostileStreet street, ITestOutputHelper output) : IClassFixture<HostileStreet>
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(Invented.InEarnest ? 600 : 60);

    public static TheoryData<string> Names => [.. Misbehaviours.All.Keys];

    [Fact]
    public void Every_misbehaviour_has_its_verdict() =>
        Assert.Equal(Misbehaviours.All.Keys.Order(StringComparer.Ordinal), Verdicts.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_run_against_it_ends_says_why_and_costs_no_course(string name)
    {
        var (ground, portal, number) = street.Next();
        var settings = Slowness.All.Any(one => one.Name == name) ? Invented.Impatient : Invented.Settings;
        var hostile = Invented.Source($"hostile-{number}", portal.Address);
        var healthy = Invented.Source($"healthy-{number}", street.Neighbour.Address);
        var good = await ground.Role(Invented.Settings).Runs.HarvestAsync(hostile, null, CancellationToken.None);
        Assert.Equal((RunState.Promoted, Invented.Courses), (good!.State, good.Found));

        var mood = Misbehaviours.All[name];
        portal.Mood = mood;
        var work = ground.Role(settings).Runs;
        var target = mood.Certificate is null ? hostile : hostile with { Address = new UriBuilder(portal.Address) { Scheme = "https" }.Uri };
        var bad = work.HarvestAsync(target, null, CancellationToken.None).WaitAsync(Bound);
        var beside = await work.HarvestAsync(healthy, null, CancellationToken.None).WaitAsync(Bound);
        var report = await bad;

        output.WriteLine($"{report!.State}, {report.Fetched.Requests} requests, {report.Fetched.Bytes} bytes: {report.Failure ?? report.HeldBecause}");
        var verdict = Verdicts.All[name];
        Assert.Equal(verdict.State, report.State);
        Assert.All(verdict.Words, word => Assert.Contains(word, report.Failure ?? report.HeldBecause, StringComparison.OrdinalIgnoreCase));
        Assert.InRange(report.Fetched.Requests, 1, Invented.Settings.MaxRequests);
        Assert.Equal((RunState.Promoted, Invented.Courses), (beside!.State, beside.New));
        var status = await ground.StatusAsync(hostile.Name);
        Assert.Equal((Invented.Courses, 0, 0), (status.Active, status.Missing, status.Retired));
        if (report.State == RunState.Promoted)
        {
            Assert.Equal((0, 0, Invented.Courses), (report.New, report.Changed, report.Unchanged));
        }
    }

    [Fact]
    public async Task All_of_them_one_after_another_need_little_memory()
    {
        using var ground = new CrawlGround();
        await using var portal = await Invented.HostileAsync();
        var hostile = Invented.Source("hostile", portal.Address);
        await ground.Role(Invented.Settings).Runs.HarvestAsync(hostile, null, CancellationToken.None);
        await using var memory = PeakMemory.Start();

        foreach (var mood in Misbehaviours.All.Values.Where(mood => mood.Certificate is null))
        {
            portal.Mood = mood;
            await ground.Rests.EndAsync("hostile", CancellationToken.None);
            var settings = Slowness.All.Contains(mood) ? Invented.Impatient : Invented.Settings;
            Assert.NotNull(await ground.Role(settings).Runs.HarvestAsync(hostile, null, CancellationToken.None).WaitAsync(Bound));
        }

        var (managed, resident) = await memory.StopAsync();
        output.WriteLine($"peak above idle: {managed >> 20} MB managed, {resident >> 20} MB resident");
        Assert.InRange(resident, 0, 300L << 20);
        Assert.Equal((Invented.Courses, 0), ((await ground.StatusAsync("hostile")).Active, (await ground.StatusAsync("hostile")).Missing));
    }
}
