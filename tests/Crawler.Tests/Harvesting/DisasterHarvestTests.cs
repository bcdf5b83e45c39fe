using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>Ten nights of each disaster after one good harvest: no course is retired, lost or changed, and the night after it all is as before.</summary>
public sealed class DisasterHarvestTests
{
    private const int Nights = 10;

    /// <summary>What befalls the portal before the nights, and what it costs every night; the number counts the requests of a good night.</summary>
    private static readonly Dictionary<string, Action<DisasterPortal, int>> Disasters = new()
    {
        ["empty pages"] = (portal, _) => portal.Shelf.Empty(),
        ["half a list"] = (portal, _) => portal.Shelf.Halve(),
        ["a login page with status 200"] = (portal, _) => portal.Portal.Switches.LoginPageInsteadOfLists = true,
        ["errors from the middle on"] = (portal, requests) => portal.Portal.Switches.FailFrom(portal.Portal.Requests.Count + 1 + (requests / 2)),
        ["another layout"] = (portal, _) => portal.Portal.Switches.Rewrite = portal.Redesign,
        ["every title the portal's name"] = (portal, _) => portal.Shelf.RenameAll("Вигаданий портал"),
        ["answers cut in half"] = (portal, _) => portal.Portal.Switches.Truncate = true,
        ["robots that forbid all"] = (portal, _) => portal.Portal.Switches.Robots = "User-agent: *\nDisallow: /\n",
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var platform in new[] { "moodle", "openedx", "wordpress" })
            {
                foreach (var disaster in Disasters.Keys)
                {
                    cases.Add(platform, disaster);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_course_is_lost(string platform, string disaster)
    {
        await using var portal = await DisasterPortal.StartAsync(platform);
        using var line = new CrawlLine();
        var good = await GoodAsync(line, portal);
        var before = await line.PictureAsync();

        for (var night = 0; night < Nights; night++)
        {
            portal.Portal.Switches.Recover();
            Disasters[disaster](portal, (int)good.Fetched.Requests);
            var report = await line.NightAsync(portal.Source);
            // A run that asks only for what changed, or for no details at all, may pass by what is broken; then it must change nothing.
            Assert.True(
                report.State is RunState.Held or RunState.Failed || report is { New: 0, Changed: 0, Missing: 0, Retired: 0 },
                $"Night {night}: {report.State}, {report.Found} found.");
            Assert.Equal(report.State != RunState.Promoted, (report.HeldBecause ?? report.Failure) is not null);
            await UntouchedAsync(line, before);
        }

        await RecoveredAsync(line, portal, before);
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("openedx")]
    [InlineData("wordpress")]
    public async Task No_course_is_lost_when_the_name_is_not_known(string platform)
    {
        await using var portal = await DisasterPortal.StartAsync(platform);
        using var line = new CrawlLine();
        await GoodAsync(line, portal);
        var before = await line.PictureAsync();
        for (var night = 0; night < Nights; night++)
        {
            // A name that never exists (RFC 6761 §6.4).
            var report = await line.NightAsync(portal.Source with { Address = new Uri("http://portal.invalid") });
            Assert.Equal(RunState.Failed, report.State);
            await UntouchedAsync(line, before);
        }

        await RecoveredAsync(line, portal, before);
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("openedx")]
    [InlineData("wordpress")]
    public async Task No_course_is_lost_when_the_clock_jumps_by_years(string platform)
    {
        await using var portal = await DisasterPortal.StartAsync(platform);
        using var line = new CrawlLine();
        await GoodAsync(line, portal);
        var before = await line.PictureAsync();
        for (var night = 0; night < Nights; night++)
        {
            line.Clock.PassDays(night % 2 == 0 ? 5 * 365 : -5 * 365);
            var report = await line.NightAsync(portal.Source);
            Assert.Equal((RunState.Promoted, DisasterPortal.Courses), (report.State, report.Unchanged));
            await UntouchedAsync(line, before);
        }

        await RecoveredAsync(line, portal, before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(69)]
    public async Task No_course_is_lost_when_a_list_is_cut_short_without_a_sign_of_it(int left)
    {
        var platform = new ListedPlatform { Listed = DisasterPortal.Courses };
        using var line = new CrawlLine(platform);
        await line.NightAsync(ListedPlatform.Source);
        var before = await line.PictureAsync();
        Assert.Equal(DisasterPortal.Courses, before.Count);

        platform.Listed = left;
        for (var night = 0; night < Nights; night++)
        {
            Assert.Equal(RunState.Held, (await line.NightAsync(ListedPlatform.Source)).State);
            await UntouchedAsync(line, before);
        }

        platform.Listed = DisasterPortal.Courses;
        Assert.Equal((RunState.Promoted, DisasterPortal.Courses), ((await line.NightAsync(ListedPlatform.Source)).State, (await line.StatusAsync()).Active));
        await line.SoundAsync();
    }

    [Fact]
    public async Task No_course_is_lost_when_nothing_changes_for_a_list_of_changes()
    {
        var platform = new ListedPlatform { Listed = DisasterPortal.Courses };
        using var line = new CrawlLine(platform);
        await line.NightAsync(ListedPlatform.Source);
        var before = await line.PictureAsync();

        platform.Then = [new ListingPage([], []) { Partial = true }];
        for (var night = 0; night < Nights; night++)
        {
            Assert.Equal((RunState.Promoted, HarvestEnd.Partial), ((await line.NightAsync(ListedPlatform.Source)).State, (await line.StatusAsync()).Reports[0].End));
            await UntouchedAsync(line, before);
        }
    }

    private static async Task<HarvestReport> GoodAsync(CrawlLine line, DisasterPortal portal)
    {
        var good = await line.NightAsync(portal.Source);
        Assert.Equal((RunState.Promoted, DisasterPortal.Courses), (good.State, good.New));
        return good;
    }

    private static async Task UntouchedAsync(CrawlLine line, IReadOnlyList<string> before)
    {
        Assert.Equal(before, await line.PictureAsync());
        var status = await line.StatusAsync();
        Assert.Equal((DisasterPortal.Courses, 0, 0), (status.Active, status.Missing, status.Retired));
    }

    private static async Task RecoveredAsync(CrawlLine line, DisasterPortal portal, IReadOnlyList<string> before)
    {
        var switches = portal.Portal.Switches;
        (switches.LoginPageInsteadOfLists, switches.Truncate, switches.Rewrite, switches.Robots) = (false, false, null, null);
        switches.Recover();
        portal.Shelf.Restore();
        var report = await line.NightAsync(portal.Source);
        Assert.Equal((RunState.Promoted, DisasterPortal.Courses, DisasterPortal.Courses), (report.State, report.Found, report.Unchanged));
        await UntouchedAsync(line, before);
        Assert.Empty(await line.Held.ListAsync(default));
        await line.SoundAsync();
    }
}
