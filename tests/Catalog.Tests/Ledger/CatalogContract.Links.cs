using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private static readonly LinkChoice Everything = new([], [], All: true);

    private LinkLedger Links => new(Store, Clock);

    [Fact]
    public async Task A_link_follows_its_course()
    {
        await HarvestAsync([Invented.Entry(Source, "1"), Invented.Entry(Source, "2")]);
        await Links.SyncAsync(default);
        await Links.SyncAsync(default);
        var other = Invented.Entry(Source, "1");
        await HarvestAsync([other with { Course = other.Course with { Url = "https://new.example/one" } }, Invented.Entry(Source, "2", "Інша назва")]);
        await Links.SyncAsync(default);

        var links = (await Links.DueAsync(Everything, 10, default)).OrderBy(link => link.CourseId, StringComparer.Ordinal).ToList();

        Assert.Equal(["new.example", "portal.example"], links.Select(link => link.Host));
        Assert.Equal("Інша назва", links[1].Title);
        Assert.Single(await Links.OfHostAsync("new.example", default));
    }

    [Fact]
    public async Task A_changed_address_forgets_the_failures_of_the_old_one()
    {
        await HarvestAsync([Invented.Entry(Source, "1")]);
        await Links.SyncAsync(default);
        await Links.RecordAsync([Judged("1", LinkHealth.Unsure, failures: 3)], default);
        var other = Invented.Entry(Source, "1");
        await HarvestAsync([other with { Course = other.Course with { Url = "https://new.example/one" } }]);

        await Links.SyncAsync(default);

        var link = Assert.Single(await Links.DueAsync(new LinkChoice([], [], All: false), 10, default));
        Assert.Equal((0, null), (link.History.Failures, link.History.FirstFailureAt));
    }

    [Fact]
    public async Task A_new_class_or_new_address_takes_a_revision_and_nothing_else_does()
    {
        await HarvestAsync([Invented.Entry(Source, "1"), Invented.Entry(Source, "2")]);
        await Links.SyncAsync(default);
        var start = await RevisionAsync();

        Assert.Equal(2, await Links.RecordAsync([Judged("1", LinkHealth.Ok), Judged("2", LinkHealth.Moved, moved: "https://new.example/a")], default));
        Assert.Equal(0, await Links.RecordAsync([Judged("1", LinkHealth.Ok, failures: 1), Judged("2", LinkHealth.Moved, moved: "https://new.example/a")], default));
        Assert.Equal(1, await Links.RecordAsync([Judged("2", LinkHealth.Moved, moved: "https://new.example/b")], default));
        await Links.SyncAsync(default);

        Assert.Equal(start + 3, await RevisionAsync());
        Assert.Equal((LinkHealth.Ok, null), ((await CourseAsync("1")).Link, (await CourseAsync("1")).LinkMoved));
        Assert.Equal((LinkHealth.Moved, "https://new.example/b"), ((await CourseAsync("2")).Link, (await CourseAsync("2")).LinkMoved));
        Assert.Equal(1, (await Links.FindAsync(CourseId.Of(Source, "1"), default))!.Failures);
        await SoundAsync();
    }

    [Fact]
    public async Task An_address_that_changes_during_a_check_is_not_missed()
    {
        await HarvestAsync([Invented.Entry(Source, "1")]);
        await Links.SyncAsync(default);
        var other = Invented.Entry(Source, "1");
        await HarvestAsync([other with { Course = other.Course with { Url = "https://new.example/one" } }]);

        await Links.RecordAsync([Judged("1", LinkHealth.Ok)], default);
        await Links.SyncAsync(default);

        Assert.Equal("https://new.example/one", Assert.Single(await Links.DueAsync(Everything, 10, default)).Address);
    }

    [Fact]
    public async Task Links_of_unwanted_sources_are_not_due()
    {
        await HarvestAsync([Invented.Entry(Source, "1")]);
        await HarvestAsync([Invented.Entry("other", "1")], source: "other");
        await Links.SyncAsync(default);

        Assert.Equal("other", Assert.Single(await Links.DueAsync(new LinkChoice([], [Source], All: true), 10, default)).Source);
        Assert.Equal(Source, Assert.Single(await Links.DueAsync(new LinkChoice([Source], [], All: true), 10, default)).Source);
        Assert.Equal(2, await Links.WaitingAsync(Everything, default));
    }

    [Fact]
    public async Task A_check_that_was_cut_off_is_opened_again_and_one_by_hand_is_not()
    {
        var reports = new LinkReports(Store, Clock);
        var night = await reports.OpenAsync(byHand: false, default);
        await reports.SaveAsync(night with { Checked = 5, Classes = new Dictionary<string, int> { ["ok"] = 5 } }, default);
        var hand = await reports.OpenAsync(byHand: true, default);

        var again = await reports.OpenAsync(byHand: false, default);
        await reports.SaveAsync(again with { EndedAt = Clock.GetUtcNow() }, default);

        Assert.Equal((night.Id, 5, 5), (again.Id, again.Checked, again.Classes["ok"]));
        Assert.NotEqual(night.Id, (await reports.OpenAsync(byHand: false, default)).Id);
        Assert.NotEqual(hand.Id, (await reports.OpenAsync(byHand: true, default)).Id);
    }

    private LinkJudgement Judged(string sourceId, LinkHealth health, int failures = 0, string? moved = null) => new(
        CourseId.Of(Source, sourceId),
        new LinkHistory
        {
            Class = health,
            Since = Clock.GetUtcNow(),
            CheckedAt = Clock.GetUtcNow(),
            Sight = failures > 0 ? LinkSight.Absent : LinkSight.Answers,
            Failures = failures,
            FirstFailureAt = failures > 0 ? Clock.GetUtcNow() : null,
            MovedTo = moved,
        },
        Clock.GetUtcNow().AddDays(1));
}
