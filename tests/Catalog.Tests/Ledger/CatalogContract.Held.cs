using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private const string Implausible = "Half the courses are gone.";

    [Theory]
    [InlineData(HarvestEnd.Complete)]
    [InlineData(HarvestEnd.Partial)]
    [InlineData(HarvestEnd.Failed)]
    public async Task A_held_run_changes_nothing(HarvestEnd end)
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        var before = await PictureAsync();
        Clock.PassDays(1);
        var report = await HarvestAsync(Invented.Entries(Source, 2, "Вхід"), end, Implausible);
        Assert.Equal((RunState.Held, end, Implausible, 2), (report.State, report.End, report.HeldBecause, report.Found));
        Assert.Null(report.Revision);
        Assert.Equal(before, await PictureAsync());
        Assert.Equal([report.Run], (await Held.ListAsync(default)).Select(held => held.Run));
    }

    [Fact]
    public async Task An_interrupted_run_stays_open_though_the_guard_doubts_it() =>
        Assert.Equal(RunState.Open, (await HarvestAsync(Invented.Entries(Source, 2), HarvestEnd.Interrupted, Implausible)).State);

    [Fact]
    public async Task Accepting_promotes_what_the_held_run_listed()
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        Clock.PassDays(1);
        var seen = Clock.GetUtcNow();
        var held = await HarvestAsync([.. Invented.Entries(Source, 1), Invented.Entry(Source, "2", "Змінений"), Invented.Entry(Source, "5")], heldBecause: Implausible);
        Restart();
        Clock.PassDays(2);

        var report = await Held.AcceptAsync(held.Run, default);
        Assert.Equal((RunState.Promoted, 3, 1, 1, 1, 2), (report!.State, report.Found, report.New, report.Changed, report.Unchanged, report.Missing));
        Assert.Equal((Implausible, seen, 8L), (report.HeldBecause, report.EndedAt, report.Revision));
        var course = await CourseAsync("2");
        Assert.Equal(("Змінений", seen, Clock.GetUtcNow()), (course.Course.Title, course.LastSeen, course.LastChanged));
        Assert.Empty(await Held.ListAsync(default));
        await SoundAsync();
    }

    [Fact]
    public async Task A_held_run_shows_what_it_lists_until_it_is_judged()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        var held = await HarvestAsync(Invented.Entries(Source, 2), heldBecause: Implausible);

        Assert.Equal([(Invented.Entry(Source, "1").Course.Id, false), (Invented.Entry(Source, "2").Course.Id, true)], (await Held.CoursesAsync(held.Run, default)).Select(listed => (listed.Course.Id, listed.New)));

        await Held.DiscardAsync(held.Run, default);
        Assert.Empty(await Held.CoursesAsync(held.Run, default));
    }

    [Fact]
    public async Task Accepting_a_run_whose_reading_failed_marks_nothing_missing()
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        var held = await HarvestAsync([Invented.Entry(Source, "1", "Змінений")], HarvestEnd.Failed, Implausible);
        var report = await Held.AcceptAsync(held.Run, default);
        Assert.Equal((RunState.Promoted, 1, 0), (report!.State, report.Changed, report.Missing));
    }

    [Fact]
    public async Task An_old_held_run_does_not_overwrite_what_a_later_run_has_seen()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var held = await HarvestAsync([Invented.Entry(Source, "1", "Старий"), Invented.Entry(Source, "9", "Лише тут")], heldBecause: Implausible);
        await HarvestAsync([Invented.Entry(Source, "1", "Новий"), Invented.Entry(Source, "2", "Курс 2"), Invented.Entry(Source, "3")], HarvestEnd.Partial);
        var report = await Held.AcceptAsync(held.Run, default);
        Assert.Equal((1, 0, 1, 0), (report!.New, report.Changed, report.Unchanged, report.Missing));
        Assert.Equal("Новий", (await CourseAsync("1")).Course.Title);
        Assert.Equal("Новий", (await ListingsAsync(null)).Single(listing => listing.CourseId == "portal.1").Raw.Title);
        await SoundAsync();
    }

    [Fact]
    public async Task Discarding_drops_a_held_run()
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        var before = await PictureAsync();
        var run = await OpenAsync();
        await RecordAsync(run, Invented.Entries(Source, 2, "Вхід"), null, new Refusal("9", "No title."));
        await CloseAsync(run, heldBecause: Implausible);
        var report = await Held.DiscardAsync(run.Id, default);
        Assert.Equal((RunState.Discarded, 2, 1, 1), (report!.State, report.Found, report.Refused, report.Refusals.Count));
        Assert.Equal(before, await PictureAsync());
        await SoundAsync();
    }

    [Fact]
    public async Task Only_a_held_run_can_be_judged_and_only_once()
    {
        var promoted = await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Null(await Held.AcceptAsync(promoted.Run, default));
        Assert.Null(await Held.DiscardAsync(promoted.Run, default));
        Assert.Null(await Held.AcceptAsync(4711, default));
        var held = await HarvestAsync(Invented.Entries(Source, 2), heldBecause: Implausible);
        Assert.NotNull(await Held.AcceptAsync(held.Run, default));
        Assert.Null(await Held.AcceptAsync(held.Run, default));
        Assert.Null(await Held.DiscardAsync(held.Run, default));
    }

    [Fact]
    public async Task A_held_run_does_not_stand_in_the_way_of_the_next()
    {
        var held = await HarvestAsync(Invented.Entries(Source, 2), heldBecause: Implausible);
        var next = await OpenAsync();
        Assert.NotEqual(held.Run, next.Id);
        Assert.Null(next.Marker);
    }
}
