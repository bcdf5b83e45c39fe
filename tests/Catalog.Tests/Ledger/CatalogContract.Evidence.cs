using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private RunEvidence Evidence => new(Store);

    [Fact]
    public async Task What_is_usual_is_told_by_the_last_five_complete_runs_however_many_failed_since()
    {
        foreach (var found in Enumerable.Range(1, 7))
        {
            await HarvestAsync(Invented.Entries(Source, found));
        }

        foreach (var _ in Enumerable.Range(0, 12))
        {
            await HarvestAsync(Invented.Entries(Source, 1), HarvestEnd.Failed);
            await HarvestAsync(Invented.Entries(Source, 1), HarvestEnd.Partial);
            await HarvestAsync([]);
        }

        var history = await Evidence.HistoryAsync(Source, default);
        Assert.Equal([7, 6, 5, 4, 3], history.Complete.Select(report => report.Found));
        Assert.True(history.Harvested);
    }

    [Fact]
    public async Task What_was_usual_before_an_accepted_run_tells_nothing_any_more()
    {
        await HarvestAsync(Invented.Entries(Source, 9));
        await HarvestAsync(Invented.Entries(Source, 8));
        var held = await HarvestAsync(Invented.Entries(Source, 4), heldBecause: Implausible);
        Assert.Equal([8, 9], await YieldsAsync());
        await Held.AcceptAsync(held.Run, default);
        Assert.Equal([4], await YieldsAsync());
        await HarvestAsync(Invented.Entries(Source, 5));
        Assert.Equal([5, 4], await YieldsAsync());
    }

    [Fact]
    public async Task A_source_without_a_harvest_of_its_own_has_not_been_harvested()
    {
        Assert.False((await Evidence.HistoryAsync(Source, default)).Harvested);
        var import = await OpenAsync(kind: RunKind.Import);
        await RecordAsync(import, Invented.Entries(Source, 2));
        await CloseAsync(import);
        var history = await Evidence.HistoryAsync(Source, default);
        Assert.Equal((false, 1), (history.Harvested, history.Complete.Count));
    }

    [Fact]
    public async Task A_run_is_seen_beside_what_stands_also_after_a_restart()
    {
        await HarvestAsync(Invented.Entries(Source, 700));
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "1", "Курс 1"), Invented.Entry(Source, "2", "Змінений"), Invented.Entry(Source, "new")], "page 2");
        Restart();
        await RecordAsync(await OpenAsync(), Invented.Entries(Source, 700)[9..]);
        var listed = new List<ListedCourse>();
        await foreach (var course in Evidence.ListedAsync(run.Id, default))
        {
            listed.Add(course);
        }

        Assert.Equal(694, listed.Count);
        Assert.Equal(new TouchedCourses(700, 7, 0), await Evidence.TouchedAsync(run, default));
        Assert.Equal(("Курс 1", "Курс 1"), Titles(listed.Single(course => course.Course.SourceId == "1")));
        Assert.Equal(("Змінений", "Курс 2"), Titles(listed.Single(course => course.Course.SourceId == "2")));
        Assert.Equal(("Медіаграмотність", null), Titles(listed.Single(course => course.Course.SourceId == "new")));
    }

    private static (string, string?) Titles(ListedCourse listed) => (listed.Course.Title, listed.Standing?.Title);

    private async Task<IEnumerable<int>> YieldsAsync() => (await Evidence.HistoryAsync(Source, default)).Complete.Select(report => report.Found);
}
