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
        var missed = Clock.GetUtcNow().AddDays(1);
        foreach (var night in Enumerable.Range(1, 7))
        {
            // By the third night the runs are enough, the days are not.
            Clock.PassDays(1);
            Assert.Equal(0, (await HarvestAsync(Invented.Entries(Source, 1))).Retired);
            var course = await CourseAsync("2");
            Assert.Equal((CourseState.Missing, missed, night), (course.State, course.MissingSince, course.MissingRuns));
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
    public async Task A_source_that_runs_once_a_week_retires_with_the_third_run()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal([0, 0, 1], await RetiredAsync(7, 7, 7));
    }

    [Fact]
    public async Task Nights_that_are_an_hour_short_are_days()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], await RetiredAsync(1, 0.96, 1.04, 0.96, 0.96, 1, 0.96, 1));
    }

    [Fact]
    public async Task Many_runs_of_one_day_count_once()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], await RetiredAsync([.. Enumerable.Repeat(0.08, 10)]));
        Assert.Equal(1, (await CourseAsync("2")).MissingRuns);
    }

    [Fact]
    public async Task A_silence_or_a_jump_of_the_clock_fills_at_most_half_of_the_days()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal([0, 0, 0, 0, 1], await RetiredAsync(1, 5 * 365, 1, 1, 1));
    }

    [Fact]
    public async Task A_run_dated_before_the_last_one_counts_no_absence()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        Clock.PassDays(1);
        await HarvestAsync(Invented.Entries(Source, 2));
        Clock.PassDays(-5 * 365);
        var report = await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal((RunState.Promoted, 0, 0), (report.State, report.Missing, report.Retired));
        Assert.Equal((CourseState.Active, CourseState.Missing), (await StateAsync("2"), await StateAsync("3")));
        Assert.Equal(1, (await CourseAsync("3")).MissingRuns);
        Assert.Equal(Clock.GetUtcNow().AddDays(5 * 365), (await StatusAsync()).AllSeen);

        // Runs after it are measured by the mended clock, and not for five years by the wrong one.
        Clock.PassDays(1);
        Assert.Equal(1, (await HarvestAsync(Invented.Entries(Source, 1))).Missing);
        Assert.Equal(2, (await CourseAsync("3")).MissingRuns);
        Assert.True((await CourseAsync("3")).MissingSince < Clock.GetUtcNow());
        await SoundAsync();
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

        var course = await CourseAsync("2");
        Assert.Equal((CourseState.Missing, 1), (course.State, course.MissingRuns));
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
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], await RetiredAsync(100, 1, 1, 1, 1, 1, 1, 1));
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
    }

    [Fact]
    public async Task Every_active_course_was_seen_by_the_last_complete_run_that_counted()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        Clock.PassDays(1);
        var counted = Clock.GetUtcNow();
        await HarvestAsync(Invented.Entries(Source, 1));
        Clock.PassDays(1);
        await HarvestAsync(Invented.Entries(Source, 1), HarvestEnd.Partial);
        await HarvestAsync(Invented.Entries(Source, 1), HarvestEnd.Failed);
        await HarvestAsync(Invented.Entries(Source, 1), heldBecause: Implausible);
        await HarvestAsync([]);
        Assert.Equal(counted, (await StatusAsync()).AllSeen);
        Assert.Null((await Catalog.FindAsync("portal.1", default))!.Course!.MissingSince);
    }

    [Fact]
    public async Task Another_source_is_not_missed()
    {
        await HarvestAsync(Invented.Entries("other", 3), source: "other");
        await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal((3, 0), ((await StatusAsync("other")).Active, (await StatusAsync("other")).Missing));
    }

    /// <summary>Complete runs that list only course 1, each so many days after the one before; how many courses each retired.</summary>
    private async Task<List<int>> RetiredAsync(params double[] days)
    {
        var retired = new List<int>();
        foreach (var pause in days)
        {
            Clock.PassDays(pause);
            retired.Add((await HarvestAsync(Invented.Entries(Source, 1))).Retired);
        }

        return retired;
    }

    private async Task RetireSecondAsync()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal(1, (await RetiredAsync(7, 7, 7)).Sum());
    }
}
