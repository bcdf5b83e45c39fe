using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task What_the_portal_says_is_gone_is_retired_at_once()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var run = await OpenAsync();
        await DeleteAsync(run, "2", "never-listed");
        var report = await CloseAsync(run);
        Assert.Equal((HarvestEnd.Partial, 0, 1, 0, 4L), (report.End, report.Found, report.Retired, report.Missing, report.Revision));
        Assert.Equal((CourseState.Retired, 2), (await StateAsync("2"), (await StatusAsync()).Active));
        await SoundAsync();
    }

    [Fact]
    public async Task A_missing_course_can_be_said_to_be_gone_by_a_complete_list()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        await HarvestAsync(Invented.Entries(Source, 2));
        var run = await OpenAsync();
        await Catalog.RecordAsync(run, new HarvestBatch(Invented.Entries(Source, 1), [], null) { Deleted = ["3"] }, default);
        var report = await CloseAsync(run);
        Assert.Equal((HarvestEnd.Complete, 1, 1), (report.End, report.Retired, report.Missing));
        Assert.Equal((CourseState.Missing, CourseState.Retired), (await StateAsync("2"), await StateAsync("3")));
    }

    [Fact]
    public async Task A_deleted_course_that_is_listed_again_is_back_with_its_first_day()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var run = await OpenAsync();
        await DeleteAsync(run, "2");
        await CloseAsync(run);
        Clock.PassDays(3);
        Assert.Equal(1, (await HarvestAsync(Invented.Entries(Source, 2))).Returned);
        Assert.Equal(Clock.GetUtcNow().AddDays(-3), (await CourseAsync("2")).FirstSeen);
    }

    [Fact]
    public async Task Deletions_are_kept_across_a_resume()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var run = await OpenAsync();
        await DeleteAsync(run, "2");
        await CloseAsync(run, HarvestEnd.Interrupted);
        Restart();

        var resumed = await OpenAsync();
        Assert.True(resumed.Partial);
        await RecordAsync(resumed, [Invented.Entry(Source, "9")]);
        var report = await CloseAsync(resumed);
        Assert.Equal((HarvestEnd.Partial, 1, 1, 0), (report.End, report.New, report.Retired, report.Missing));
    }

    [Fact]
    public async Task A_cut_off_run_without_a_marker_forgets_its_deletions()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var run = await OpenAsync();
        await Catalog.RecordAsync(run, new HarvestBatch([], [], null) { Deleted = ["2"], Partial = true }, default);
        Restart();
        var again = await OpenAsync();
        Assert.False(again.Partial);
        await RecordAsync(again, Invented.Entries(Source, 3));
        Assert.Equal((HarvestEnd.Complete, 0), ((await CloseAsync(again)).End, (await StatusAsync()).Retired));
    }

    [Fact]
    public async Task The_last_word_of_a_run_on_a_course_counts()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var run = await OpenAsync();
        await DeleteAsync(run, "1", "2");
        await RecordAsync(run, [Invented.Entry(Source, "1", "Курс 1"), Invented.Entry(Source, "3", "Змінений")], "2");
        await DeleteAsync(run, "3");
        var report = await CloseAsync(run);
        Assert.Equal((1, 2), (report.Found, report.Retired));
        Assert.Equal((CourseState.Active, CourseState.Retired, CourseState.Retired), (await StateAsync("1"), await StateAsync("2"), await StateAsync("3")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_held_run_deletes_only_when_it_is_accepted(bool accepted)
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var run = await OpenAsync();
        await DeleteAsync(run, "1", "2");
        Assert.Equal(new TouchedCourses(3, 3, 2), await new RunEvidence(Store).TouchedAsync(run, default));
        await CloseAsync(run, heldBecause: Implausible);
        Assert.Equal(3, (await StatusAsync()).Active);
        var report = accepted ? await Held.AcceptAsync(run.Id, default) : await Held.DiscardAsync(run.Id, default);
        Assert.Equal(accepted ? 2 : 0, report!.Retired);
        Assert.Equal(accepted ? 1 : 3, (await StatusAsync()).Active);
        await SoundAsync();
    }

    [Fact]
    public async Task A_list_of_changes_that_is_promoted_drops_an_older_one_that_is_held()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var held = await OpenAsync();
        await DeleteAsync(held, "1");
        await CloseAsync(held, heldBecause: Implausible);
        var whole = await HarvestAsync(Invented.Entries(Source, 1), HarvestEnd.Complete, Implausible);
        var later = await OpenAsync();
        await DeleteAsync(later, "2");
        await CloseAsync(later);

        Assert.Null(await Held.AcceptAsync(held.Id, default));
        Assert.Equal(whole.Run, Assert.Single(await Held.ListAsync(default)).Run);
        Assert.Equal((CourseState.Active, CourseState.Retired), (await StateAsync("1"), await StateAsync("2")));
    }

    [Fact]
    public async Task An_old_held_run_brings_back_nothing_that_a_later_one_deleted()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var held = await HarvestAsync(Invented.Entries(Source, 2, "Змінений"), HarvestEnd.Complete, Implausible);
        var later = await OpenAsync();
        await DeleteAsync(later, "2");
        await CloseAsync(later);

        var report = await Held.AcceptAsync(held.Run, default);
        Assert.Equal((0, 0), (report!.Retired, report.Returned));
        Assert.Equal((CourseState.Active, CourseState.Retired), (await StateAsync("1"), await StateAsync("2")));
    }

    private Task DeleteAsync(HarvestRun run, params string[] sourceIds) =>
        Catalog.RecordAsync(run, new HarvestBatch([], [], "1") { Deleted = sourceIds, Partial = true }, default);
}
