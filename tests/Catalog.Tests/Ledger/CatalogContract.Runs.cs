using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task A_fresh_run_has_no_marker()
    {
        var run = await OpenAsync();
        Assert.Equal(new HarvestRun(run.Id, Source, RunKind.Harvest, Clock.GetUtcNow(), null), run);
    }

    [Fact]
    public async Task Nothing_that_a_run_records_touches_a_course_before_it_is_closed()
    {
        await HarvestAsync([Invented.Entry(Source, "1", "Старий")]);
        var before = await PictureAsync();
        await RecordAsync(await OpenAsync(), [Invented.Entry(Source, "1", "Новий"), Invented.Entry(Source, "2")]);
        Assert.Equal(before, await PictureAsync());
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_with_its_marker_and_its_entries()
    {
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "1")], "page 2");
        var interrupted = await CloseAsync(run, HarvestEnd.Interrupted);
        Assert.Equal((RunState.Open, HarvestEnd.Interrupted, 1), (interrupted.State, interrupted.End, interrupted.Found));
        Assert.Empty(await ChangesAsync());
        Restart();
        Clock.Pass(TimeSpan.FromHours(23));

        var resumed = await OpenAsync();
        Assert.Equal(run with { Marker = "page 2", Found = 1 }, resumed);
        await RecordAsync(resumed, [Invented.Entry(Source, "2")]);
        var report = await CloseAsync(resumed);
        Assert.Equal((RunState.Promoted, 2, 2), (report.State, report.Found, report.New));
        Assert.Equal(new FetchFigures(8, 2, 2000, 18000), report.Fetched);
    }

    [Fact]
    public async Task A_run_that_a_crash_left_open_goes_on()
    {
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "1")], "page 2");
        Restart();
        Assert.Equal(run with { Marker = "page 2", Found = 1 }, await OpenAsync());
    }

    [Fact]
    public async Task A_cut_off_run_without_a_marker_begins_anew()
    {
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "1"), Invented.Entry(Source, "2")]);
        Restart();

        var again = await OpenAsync();
        Assert.Equal(run, again);
        await RecordAsync(again, [Invented.Entry(Source, "2")]);
        Assert.Equal(1, (await CloseAsync(again)).Found);
    }

    [Fact]
    public async Task Interrupting_twice_counts_the_figures_once()
    {
        var run = await OpenAsync();
        await CloseAsync(run, HarvestEnd.Interrupted);
        Assert.Equal(4, (await CloseAsync(run, HarvestEnd.Interrupted)).Fetched.Requests);
    }

    [Fact]
    public async Task A_run_open_for_more_than_a_day_is_discarded()
    {
        var old = await OpenAsync();
        await RecordAsync(old, [Invented.Entry(Source, "1")], "page 2");
        Clock.Pass(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        var fresh = await OpenAsync();
        Assert.NotEqual(old.Id, fresh.Id);
        Assert.Null(fresh.Marker);
        Assert.Equal(0, (await CloseAsync(fresh)).Found);
        var kept = (await StatusAsync()).Reports[1];
        Assert.Equal((RunState.Discarded, 1), (kept.State, kept.Found));
        Assert.Contains("24 hours", kept.Failure, StringComparison.Ordinal);
        await SoundAsync();
    }

    [Fact]
    public async Task A_run_open_under_another_kind_is_discarded()
    {
        var harvest = await OpenAsync();
        await RecordAsync(harvest, [Invented.Entry(Source, "1")], "page 2");
        var import = await OpenAsync(kind: RunKind.Import);
        Assert.NotEqual(harvest.Id, import.Id);
        Assert.Null(import.Marker);
        Assert.Equal(RunState.Discarded, (await StatusAsync()).Reports[1].State);
    }

    [Fact]
    public async Task Runs_of_two_sources_know_nothing_of_each_other()
    {
        await RecordAsync(await OpenAsync(), [Invented.Entry(Source, "1")], "page 2");
        var other = await OpenAsync("other");
        Assert.Null(other.Marker);
        await RecordAsync(other, [Invented.Entry("other", "1")]);
        Assert.Equal(1, (await CloseAsync(other)).Found);
    }

    [Fact]
    public async Task A_listing_recorded_twice_counts_once_and_the_later_wins()
    {
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "1", "Перший"), Invented.Entry(Source, "1", "Другий")]);
        await RecordAsync(run, [Invented.Entry(Source, "1", "Третій")]);
        Assert.Equal(1, (await CloseAsync(run)).Found);
        Assert.Equal("Третій", (await CourseAsync("1")).Course.Title);
    }

    [Fact]
    public async Task Recording_a_batch_again_changes_nothing()
    {
        var run = await OpenAsync();
        Refusal[] refusals = [new("9", "No title.", "https://portal.example/9"), new(null, "No address."), new(null, "No address.")];
        await RecordAsync(run, Invented.Entries(Source, 3), "page 2", refusals);
        await RecordAsync(run, Invented.Entries(Source, 3), "page 2", refusals);
        var report = await CloseAsync(run);
        Assert.Equal((3, 3), (report.Found, report.Refused));
        Assert.Equal(refusals, report.Refusals);
    }

    [Fact]
    public async Task Refusals_are_all_counted_and_the_first_hundred_kept()
    {
        var run = await OpenAsync();
        foreach (var page in Enumerable.Range(0, 3))
        {
            await RecordAsync(run, [], null, [.. Enumerable.Range(1, 50).Select(i => new Refusal(null, "No title.", Line: (page * 50) + i))]);
        }

        var open = (await StatusAsync()).Reports[0];
        Assert.Equal((150, 100), (open.Refused, open.Refusals.Count));
        var report = await CloseAsync(run, HarvestEnd.Partial);
        Assert.Equal(150, report.Refused);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (int?)i), report.Refusals.Select(refusal => refusal.Line));
    }

    [Fact]
    public async Task Two_identifiers_never_share_a_course()
    {
        // The second is the very digest that stands for the first.
        var long1 = new string('x', 81);
        var taken = CourseId.Of(Source, long1)[(Source.Length + 1)..];
        await HarvestAsync([Invented.Entry(Source, long1, "Перший")]);
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, taken, "Другий"), Invented.Entry(Source, "3")]);
        var report = await CloseAsync(run, HarvestEnd.Partial);
        Assert.Equal((1, 1), (report.Found, report.Refused));
        Assert.Equal(taken, report.Refusals[0].SourceId);
        Assert.Equal("Перший", (await CourseAsync(long1)).Course.Title);
    }

    [Fact]
    public async Task Nothing_can_be_recorded_in_a_closed_run()
    {
        var run = await OpenAsync();
        await CloseAsync(run);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RecordAsync(run, [Invented.Entry(Source, "1")]));
    }

    [Fact]
    public async Task A_course_of_another_source_is_not_taken() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await RecordAsync(await OpenAsync(), [Invented.Entry("other", "1")]));

    [Fact]
    public async Task Cancelling_leaves_the_store_as_it_was()
    {
        var run = await OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Catalog.RecordAsync(run, new HarvestBatch([Invented.Entry(Source, "1")], [], "page 2"), new CancellationToken(canceled: true)));
        var report = (await StatusAsync()).Reports[0];
        Assert.Equal((RunState.Open, 0), (report.State, report.Found));
        Assert.Null((await OpenAsync()).Marker);
    }
}
