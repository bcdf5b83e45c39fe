using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task A_course_that_a_complete_run_does_not_list_is_missing_and_still_found()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        Clock.PassDays(1);
        var report = await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal((1, 0, 4L), (report.Missing, report.Retired, report.Revision));
        var change = Assert.Single(await ChangesAsync(3));
        Assert.Equal((4L, CourseState.Missing, "Курс 3"), (change.Revision, change.State, change.Course!.Course.Title));
        Assert.Equal(Clock.GetUtcNow().AddDays(-1), change.Course.LastSeen);
    }

    [Fact]
    public async Task Staying_missing_makes_no_revision()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 1));
        var report = await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal((0, 0, 3L), (report.Missing, report.Retired, report.Revision));
    }

    [Fact]
    public async Task A_missing_course_is_retired_only_after_the_runs_and_the_days()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        foreach (var day in Enumerable.Range(1, 6))
        {
            // By the third run the runs are enough, the days are not.
            await HarvestAsync(Invented.Entries(Source, 1));
            Assert.Equal(CourseState.Missing, await StateAsync("2"));
            Clock.PassDays(1);
        }

        Clock.PassDays(1);
        var report = await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal((0, 1, 4L), (report.Missing, report.Retired, report.Revision));
        var tombstone = Assert.Single(await ChangesAsync(3));
        Assert.Equal(new CourseChange(4, "portal.2", CourseState.Retired, null), tombstone);
        Assert.Equal(tombstone, await Catalog.FindAsync("portal.2", default));
        Assert.Equal(["portal.1"], (await ListingsAsync(null)).Select(listing => listing.CourseId));
        await SoundAsync();
    }

    [Fact]
    public async Task Days_alone_do_not_retire()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 1));
        Clock.PassDays(400);
        Assert.Equal(0, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
        Assert.Equal(1, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
    }

    [Theory]
    [InlineData(HarvestEnd.Partial)]
    [InlineData(HarvestEnd.Failed)]
    public async Task Runs_that_are_not_complete_do_not_count_towards_retiring(HarvestEnd end)
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 1));
        Clock.PassDays(400);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await HarvestAsync(Invented.Entries(Source, 1), end);
        }

        Assert.Equal(CourseState.Missing, await StateAsync("2"));
        Assert.Equal(0, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
    }

    [Fact]
    public async Task A_missing_course_seen_again_is_active_at_once()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 1));
        Clock.PassDays(1);
        var report = await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal((1, 1, 1, 0, 4L), (report.Returned, report.Changed, report.Unchanged, report.New, report.Revision));
        var course = await CourseAsync("2");
        Assert.Equal((CourseState.Active, Clock.GetUtcNow().AddDays(-1)), (course.State, course.FirstSeen));
    }

    [Fact]
    public async Task A_retired_course_seen_again_is_active_with_its_id_and_its_first_day()
    {
        await RetireSecondAsync();
        var revision = await RevisionAsync();
        var report = await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal((1, 1, 0), (report.Returned, report.Changed, report.New));
        var course = await CourseAsync("2");
        Assert.Equal((CourseState.Active, new ManualClock().GetUtcNow()), (course.State, course.FirstSeen));
        Assert.Equal(revision + 1, await RevisionAsync());
        Assert.Equal(2, (await StatusAsync()).Active);
    }

    [Fact]
    public async Task A_returned_course_starts_counting_from_the_beginning()
    {
        await RetireSecondAsync();
        await HarvestAsync(Invented.Entries(Source, 2));
        Clock.PassDays(100);
        await HarvestAsync(Invented.Entries(Source, 1));
        await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal(0, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
        Assert.Equal(CourseState.Missing, await StateAsync("2"));
    }

    [Fact]
    public async Task An_empty_harvest_retires_nothing()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 1));
        var before = await PictureAsync();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Clock.PassDays(30);
            var report = await HarvestAsync([]);
            Assert.Equal((RunState.Promoted, 0, 0, 0), (report.State, report.Found, report.Missing, report.Retired));
        }

        Assert.Equal(before, await PictureAsync());
        Assert.Equal(0, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
    }

    [Fact]
    public async Task Another_source_is_not_missed()
    {
        await HarvestAsync(Invented.Entries("other", 3), source: "other");
        await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal((3, 0), ((await StatusAsync("other")).Active, (await StatusAsync("other")).Missing));
    }

    private async Task RetireSecondAsync()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 1));
        await HarvestAsync(Invented.Entries(Source, 1));
        Clock.PassDays(7);
        Assert.Equal(1, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
    }
}
