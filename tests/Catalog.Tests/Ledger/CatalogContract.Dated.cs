using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task Changes_between_two_moments_are_read_by_revision_with_tombstones()
    {
        var dated = new DatedChanges(Store);
        Assert.Null(await dated.EarliestAsync(default));
        var first = Clock.GetUtcNow();
        await HarvestAsync(Invented.Entries(Source, 3));
        Clock.PassDays(1);
        var second = Clock.GetUtcNow();
        await HarvestAsync(Invented.Entries("other", 2), source: "other");
        var run = await OpenAsync();
        await DeleteAsync(run, "2");
        await CloseAsync(run);

        var all = await dated.AfterAsync(new(), 0, 100, default);
        var rest = await dated.AfterAsync(new(), all.Changes[1].Change.Revision, 2, default);

        Assert.Equal(["portal.1", "portal.3", "other.1", "other.2", "portal.2"], all.Changes.Select(change => change.Change.Id));
        Assert.Equal([first, first, second, second, second], all.Changes.Select(change => change.At));
        Assert.Equal((CourseState.Retired, null), (all.Changes[^1].Change.State, all.Changes[^1].Change.Course));
        Assert.Equal(["other.1", "other.2"], rest.Changes.Select(change => change.Change.Id));
        Assert.Equal((await Store.PositionAsync(default)).Epoch, all.Catalog.Epoch);
        Assert.Equal(2, await dated.CountAsync(new(Before: second), default));
        Assert.Equal(3, await dated.CountAsync(new(From: second), default));
        Assert.Equal(2, await dated.CountAsync(new(first, Source: "other"), default));
        Assert.Equal(1, await dated.CountAsync(new(OnlyRetired: true), default));
        Assert.Equal((second, CourseState.Retired), ((await dated.FindAsync("portal.2", default))!.At, (await dated.FindAsync("portal.2", default))!.Change.State));
        Assert.Null(await dated.FindAsync("portal.99", default));
        Assert.Equal(first, await dated.EarliestAsync(default));
    }
}
