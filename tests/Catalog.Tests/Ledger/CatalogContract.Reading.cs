using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task Changes_come_in_order_and_the_limit_holds()
    {
        await HarvestAsync(Invented.Entries(Source, 5));
        var reached = 0L;
        var seen = new List<string>();
        ChangePage page;
        while ((page = await Catalog.ChangesAfterAsync(reached, 2, default)).Changes.Count > 0)
        {
            Assert.InRange(page.Changes.Count, 1, 2);
            Assert.Equal(5, page.Catalog.Revision);
            seen.AddRange(page.Changes.Select(change => change.Id));
            reached = page.Reached(reached);
        }

        Assert.Equal(5, reached);
        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task Each_course_comes_once_in_its_newest_state()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync([Invented.Entry(Source, "1", "Другий"), Invented.Entry(Source, "2", "Курс 2")]);
        await HarvestAsync([Invented.Entry(Source, "1", "Третій"), Invented.Entry(Source, "2", "Курс 2")]);
        var changes = await ChangesAsync();
        Assert.Equal([(2L, "portal.2"), (4L, "portal.1")], changes.Select(change => (change.Revision, change.Id)));
        Assert.Equal("Третій", changes[1].Course!.Course.Title);
    }

    [Fact]
    public async Task After_the_newest_revision_there_is_nothing()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var page = await Catalog.ChangesAfterAsync(2, 10, default);
        Assert.Empty(page.Changes);
        Assert.Equal(2, page.Reached(2));
    }

    [Fact]
    public async Task The_position_tells_epoch_and_revision_and_outlives_a_restart()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var before = await Store.PositionAsync(default);
        Assert.Equal(before, (await Catalog.ChangesAfterAsync(0, 1, default)).Catalog);
        Assert.NotEmpty(before.Epoch);
        Restart();
        Assert.Equal(before, await Store.PositionAsync(default));
    }

    [Fact]
    public async Task An_id_that_was_never_given_finds_nothing() => Assert.Null(await Catalog.FindAsync("portal.404", default));

    [Fact]
    public async Task Identifiers_that_differ_only_in_case_are_two_courses()
    {
        await HarvestAsync([Invented.Entry(Source, "DC101", "Великий"), Invented.Entry(Source, "dc101", "Малий")]);
        Assert.Equal("Великий", (await CourseAsync("DC101")).Course.Title);
        Assert.Equal("Малий", (await CourseAsync("dc101")).Course.Title);
    }

    [Fact]
    public async Task Raw_listings_come_by_id_through_many_pages_while_others_write()
    {
        await HarvestAsync(Invented.Entries(Source, 450));
        await HarvestAsync(Invented.Entries("other", 3), source: "other");
        var ids = new List<string>();
        await foreach (var listing in Catalog.RawListingsAsync(Source, default))
        {
            if (ids.Count == 0)
            {
                await HarvestAsync(Invented.Entries("third", 1), source: "third");
            }

            Assert.Equal(Source, listing.Source);
            ids.Add(listing.CourseId);
        }

        Assert.Equal(450, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(454, (await ListingsAsync(null)).Count);
    }

    [Fact]
    public async Task A_raw_listing_comes_back_as_it_was_found()
    {
        var entry = Invented.Entry(Source, "1");
        var raw = entry.Raw with
        {
            Level = "для початківців",
            Prices = [new PriceTag(199.50m, "UAH")],
            Instances = [new RawInstance("1 вересня")],
            Competences = [new CompetenceStatement("digcomp-2.2", "1.2", "3", "шукаю")],
        };
        await HarvestAsync([entry with { Raw = raw }]);
        Assert.Equivalent(raw, Assert.Single(await ListingsAsync(Source)).Raw, strict: true);
    }

    [Fact]
    public async Task A_source_tells_its_counts_and_its_last_ten_runs()
    {
        await HarvestAsync(Invented.Entries("other", 1), source: "other");
        await RetireSecondAsync();
        var complete = Clock.GetUtcNow();
        await HarvestAsync([Invented.Entry(Source, "3")], HarvestEnd.Partial);
        Clock.PassDays(1);
        foreach (var _ in Enumerable.Range(0, 8))
        {
            await HarvestAsync(Invented.Entries(Source, 1), HarvestEnd.Failed);
        }

        var held = await HarvestAsync(Invented.Entries(Source, 1), heldBecause: Implausible);
        var open = await OpenAsync();

        Assert.Equal(["other", Source], (await Catalog.SourcesAsync(default)).Select(status => status.Name));
        var status = await StatusAsync();
        Assert.Equal((2, 0, 1, complete), (status.Active, status.Missing, status.Retired, status.LastComplete));
        Assert.Equal(10, status.Reports.Count);
        Assert.Equal([open.Id, held.Run], status.Reports.Take(2).Select(report => report.Run));
        Assert.Equal([RunState.Open, RunState.Held, RunState.Failed], status.Reports.Take(3).Select(report => report.State));
    }

    [Fact]
    public async Task A_reader_that_has_counted_courses_sees_what_another_process_changes()
    {
        var reader = CatalogOn(Another());
        List<(int, int)> seen = [];
        foreach (var listed in new[] { 3, 1, 2 })
        {
            await HarvestAsync(Invented.Entries(Source, listed));
            var status = Assert.Single(await reader.SourcesAsync(default));
            seen.Add((status.Active, status.Missing));
        }

        Assert.Equal([(3, 0), (1, 2), (2, 1)], seen);
    }

    [Fact]
    public async Task A_paused_source_says_so_until_it_is_resumed()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        var switches = new SourceSwitches(Store, Clock);
        Assert.False(await switches.IsPausedAsync(Source, default));
        await switches.PauseAsync(Source, default);
        await switches.PauseAsync(Source, default);
        Assert.True(await switches.IsPausedAsync(Source, default));
        Assert.True((await StatusAsync()).Paused);
        await switches.ResumeAsync(Source, default);
        Assert.False((await StatusAsync()).Paused);
    }

    [Fact]
    public async Task Texts_with_broken_characters_do_not_break_the_store()
    {
        const string broken = "початок\0кінець \ud800 \udfff 👩‍🏫 \u0001";
        var entry = Invented.Entry(Source, broken, broken);
        entry = entry with { Course = entry.Course with { Summary = broken }, Raw = entry.Raw with { Description = broken } };
        var run = await OpenAsync();
        await RecordAsync(run, [entry], broken, new Refusal(broken, broken, broken));
        Assert.StartsWith("початок\0кінець", (await OpenAsync()).Marker, StringComparison.Ordinal);
        var report = await CloseAsync(run, failure: broken);
        Assert.Equal(1, report.New);
        var course = Assert.Single(await ChangesAsync()).Course!.Course;
        Assert.StartsWith("початок\0кінець", course.Title, StringComparison.Ordinal);
        Assert.Contains("👩‍🏫", course.Summary, StringComparison.Ordinal);
        Assert.StartsWith("початок\0кінець", Assert.Single(await ListingsAsync(Source)).Raw.Description, StringComparison.Ordinal);

        Assert.Equal(1, (await HarvestAsync([entry])).Unchanged);
        Assert.Null(await Catalog.FindAsync(broken, default));
        await SoundAsync();
    }

    [Fact]
    public async Task Identifiers_that_only_a_lone_surrogate_tells_apart_do_not_take_each_other_for_equal()
    {
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "a\ud800", "Перший")]);
        await RecordAsync(run, [Invented.Entry(Source, "a\udbff", "Другий")]);
        var report = await CloseAsync(run);
        Assert.Equal((1, 1), (report.Found, report.Refused));
        Assert.Equal("Перший", Assert.Single(await ChangesAsync()).Course!.Course.Title);
    }
}
