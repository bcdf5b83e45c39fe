using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task Retagging_with_equal_courses_changes_nothing()
    {
        var entries = Invented.Entries(Source, 3);
        await HarvestAsync(entries);
        Assert.Equal(0, await RetagAsync(entries));
        Assert.Equal(3, await RevisionAsync());
    }

    [Fact]
    public async Task Retagging_gives_only_the_different_ones_a_revision()
    {
        var entries = Invented.Entries(Source, 3);
        await HarvestAsync(entries);
        Clock.PassDays(1);
        entries[0] = entries[0] with { Tagging = Invented.Tagged("4.2") };
        entries[2] = entries[2] with { Course = entries[2].Course with { Summary = "Краще прочитаний опис" } };
        Assert.Equal(2, await RetagAsync([.. entries, Invented.Entry(Source, "404")]));
        var changes = await ChangesAsync(3);
        Assert.Equal([(4L, "portal.1"), (5L, "portal.3")], changes.Select(change => (change.Revision, change.Id)));
        Assert.Equal("4.2", changes[0].Course!.Tagging.Primary);
        Assert.Equal(("Краще прочитаний опис", Clock.GetUtcNow()), (changes[1].Course!.Course.Summary, changes[1].Course!.LastChanged));
        Assert.Equal(3, (await HarvestAsync(entries)).Unchanged);
        await SoundAsync();
    }

    [Fact]
    public async Task Retagging_keeps_a_missing_course_missing_and_leaves_a_retired_one_alone()
    {
        await RetireSecondAsync();
        Assert.Equal(0, await RetagAsync([Invented.Entry(Source, "2", tagging: Invented.Tagged("4.2"))]));
        await HarvestAsync([Invented.Entry(Source, "3")]);
        Assert.Equal(1, await RetagAsync([Invented.Entry(Source, "1", "Курс 1", Invented.Tagged("4.2"))]));
        Assert.Equal(CourseState.Missing, await StateAsync("1"));
    }

    [Fact]
    public async Task A_remembered_page_comes_back_whole()
    {
        var memory = new PageMemory(Store, Clock);
        var body = new byte[100_000];
        new Random(1).NextBytes(body);
        await memory.RememberAsync(Source, "https://portal.example/?a=1", new RememberedPage("\"old\"", null, null, new byte[] { 1 }), default);
        await memory.RememberAsync(Source, "https://portal.example/?a=1", new RememberedPage("W/\"7\"", "Fri, 20 Nov 2026 01:02:03 GMT", "text/html", body), default);
        var page = await memory.FindAsync(Source, "https://portal.example/?a=1", default);
        Assert.Equal(("W/\"7\"", "Fri, 20 Nov 2026 01:02:03 GMT", "text/html"), (page!.ETag, page.LastModified, page.ContentType));
        Assert.Equal(body, page.Body.ToArray());
        Assert.Null(await memory.FindAsync("other", "https://portal.example/?a=1", default));
        Assert.Null(await memory.FindAsync(Source, "https://portal.example/?a=2", default));
    }

    [Fact]
    public async Task Too_large_a_page_is_not_remembered_and_the_older_one_is_forgotten()
    {
        var memory = new PageMemory(Store, Clock);
        await memory.RememberAsync(Source, "https://portal.example/", new RememberedPage("\"1\"", null, null, new byte[PageMemory.LargestBody]), default);
        Assert.NotNull(await memory.FindAsync(Source, "https://portal.example/", default));
        await memory.RememberAsync(Source, "https://portal.example/", new RememberedPage("\"2\"", null, null, new byte[PageMemory.LargestBody + 1]), default);
        Assert.Null(await memory.FindAsync(Source, "https://portal.example/", default));
    }

    [Fact]
    public async Task Forgetting_a_source_leaves_the_others()
    {
        var memory = new PageMemory(Store, Clock);
        await memory.RememberAsync(Source, "https://portal.example/", new RememberedPage(null, null, null, default), default);
        await memory.RememberAsync("other", "https://portal.example/", new RememberedPage(null, null, null, default), default);
        await memory.ForgetAsync(Source, default);
        Assert.Null(await memory.FindAsync(Source, "https://portal.example/", default));
        Assert.NotNull(await memory.FindAsync("other", "https://portal.example/", default));
    }

    [Fact]
    public async Task Comparing_tells_what_a_retag_would_change_and_writes_nothing()
    {
        var entries = Invented.Entries(Source, 3);
        await HarvestAsync(entries);
        entries[1] = entries[1] with { Tagging = Invented.Tagged("4.2") };
        var picture = await PictureAsync();

        var changed = Assert.Single(await new Retagging(Store, Clock).CompareAsync([.. entries.Select(entry => (entry.Course, entry.Tagging))], default));

        Assert.Equal(("portal.2", "1.2", "4.2"), (changed.Id, changed.Before.Primary, changed.After.Primary));
        Assert.Equal(picture, await PictureAsync());
    }

    [Fact]
    public async Task The_place_of_a_retag_is_kept_with_what_it_wrote_and_until_its_end()
    {
        var entries = Invented.Entries(Source, 2);
        await HarvestAsync(entries);
        Retagging retagging = new(Store, Clock);
        await retagging.ApplyAsync([(entries[0].Course, entries[0].Tagging)], _ => new(null, "t2", "portal.1", "equal"), default);
        Assert.Null(await retagging.PlaceAsync(null, "t2", default));

        await retagging.ApplyAsync([(entries[0].Course, Invented.Tagged("4.2"))], told => new(null, "t2", "portal.1", $"{told.Count}"), default);
        Restart();

        retagging = new(Store, Clock);
        Assert.Equal(new RetagPlace(null, "t2", "portal.1", "1"), await retagging.PlaceAsync(null, "t2", default));
        Assert.Null(await retagging.PlaceAsync(null, "t3", default));
        Assert.Null(await retagging.PlaceAsync(Source, "t2", default));
        await retagging.EndAsync(default);
        Assert.Null(await retagging.PlaceAsync(null, "t2", default));
    }

    private async Task<int> RetagAsync(HarvestEntry[] entries) =>
        (await new Retagging(Store, Clock).ApplyAsync([.. entries.Select(entry => (entry.Course, entry.Tagging))], null, default)).Count;
}
