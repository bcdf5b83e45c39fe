using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task New_courses_take_the_next_revisions()
    {
        var report = await HarvestAsync(Invented.Entries(Source, 3));
        Assert.Equal((RunState.Promoted, HarvestEnd.Complete, 3, 3, 3L), (report.State, report.End, report.Found, report.New, report.Revision));
        Assert.Equal([1L, 2L, 3L], (await ChangesAsync()).Select(change => change.Revision));
        var course = await CourseAsync("2");
        Assert.Equal(("Курс 2", CourseState.Active, LinkHealth.Unsure), (course.Course.Title, course.State, course.Link));
        Assert.Equal((Clock.GetUtcNow(), Clock.GetUtcNow(), Clock.GetUtcNow()), (course.FirstSeen, course.LastSeen, course.LastChanged));
        Assert.Equal("1.2", course.Tagging.Competences[0].Code);
        await SoundAsync();
    }

    [Fact]
    public async Task A_second_equal_harvest_makes_no_revision()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        Clock.PassDays(1);
        var report = await HarvestAsync(Invented.Entries(Source, 3));
        Assert.Equal((3, 0, 0, 3, 3L), (report.Found, report.New, report.Changed, report.Unchanged, report.Revision));
        Assert.Equal(3, await RevisionAsync());
        var course = await CourseAsync("1");
        Assert.Equal(Clock.GetUtcNow(), course.LastSeen);
        Assert.Equal(Clock.GetUtcNow().AddDays(-1), course.LastChanged);
    }

    [Fact]
    public async Task Only_a_changed_course_takes_a_revision()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        Clock.PassDays(1);
        var entries = Invented.Entries(Source, 3);
        entries[1] = Invented.Entry(Source, "2", "Змінений");
        var report = await HarvestAsync(entries);
        Assert.Equal((1, 2, 4L), (report.Changed, report.Unchanged, report.Revision));
        var change = Assert.Single(await ChangesAsync(3));
        Assert.Equal("Змінений", change.Course!.Course.Title);
        Assert.Equal(Clock.GetUtcNow(), change.Course.LastChanged);
        Assert.Equal(Clock.GetUtcNow().AddDays(-1), change.Course.FirstSeen);
    }

    [Fact]
    public async Task A_changed_tagging_takes_a_revision()
    {
        await HarvestAsync([Invented.Entry(Source, "1")]);
        var report = await HarvestAsync([Invented.Entry(Source, "1", tagging: Invented.Tagged("4.2"))]);
        Assert.Equal((1, 2L), (report.Changed, report.Revision));
        Assert.Equal("4.2", (await CourseAsync("1")).Tagging.Primary);
    }

    [Fact]
    public async Task The_newest_raw_listing_is_kept_though_the_course_is_equal()
    {
        var entry = Invented.Entry(Source, "1");
        await HarvestAsync([entry]);
        await HarvestAsync([entry with { Raw = entry.Raw with { Description = "<p>Інша розмітка</p>" } }]);
        Assert.Equal(1, await RevisionAsync());
        Assert.Equal("<p>Інша розмітка</p>", Assert.Single(await ListingsAsync(null)).Raw.Description);
    }

    [Fact]
    public async Task A_partial_run_says_nothing_of_courses_that_it_does_not_list()
    {
        await HarvestAsync(Invented.Entries(Source, 3));
        var report = await HarvestAsync([Invented.Entry(Source, "4")], HarvestEnd.Partial);
        Assert.Equal((1, 0), (report.New, report.Missing));
        Assert.Equal(4, (await StatusAsync()).Active);
    }

    [Fact]
    public async Task A_failed_run_of_half_the_courses_touches_nothing()
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        var before = await PictureAsync();
        Clock.PassDays(1);
        var run = await OpenAsync();
        await RecordAsync(run, Invented.Entries(Source, 2, "Інша назва"), "page 2");
        var report = await CloseAsync(run, HarvestEnd.Failed, failure: "Page 2 was no list.");
        Assert.Equal((RunState.Failed, "Page 2 was no list.", 2, 0, 0), (report.State, report.Failure, report.Found, report.Changed, report.Missing));
        Assert.Null(report.Revision);
        Assert.Equal(before, await PictureAsync());
        Assert.Null((await OpenAsync()).Marker);
        await SoundAsync();
    }

    [Fact]
    public async Task Closing_twice_gives_the_same_report()
    {
        var run = await OpenAsync();
        await RecordAsync(run, Invented.Entries(Source, 2), null, new Refusal("9", "No title."));
        var first = await CloseAsync(run);
        var before = await PictureAsync();
        Clock.PassDays(1);
        var second = await CloseAsync(run, HarvestEnd.Failed, "implausible", "another ending");
        Assert.Equal(Json(first), Json(second));
        Assert.Equal(before, await PictureAsync());
    }

    [Fact]
    public async Task Entries_of_closed_runs_are_let_go()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries(Source, 2), HarvestEnd.Failed);
        var held = await HarvestAsync(Invented.Entries(Source, 2), heldBecause: "implausible");
        await Held.DiscardAsync(held.Run, default);
        await SoundAsync();
    }

    private static string Json(HarvestReport report) => System.Text.Json.JsonSerializer.Serialize(report, Wire.Json);

    private async Task<List<StoredListing>> ListingsAsync(string? source)
    {
        var listings = new List<StoredListing>();
        await foreach (var listing in Catalog.RawListingsAsync(source, default))
        {
            listings.Add(listing);
        }

        return listings;
    }
}
