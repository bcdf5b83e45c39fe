using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task A_bookmark_counts_once_its_run_is_promoted()
    {
        var memory = new HarvestMemory(Store);
        await BookmarkedAsync(memory, "first");
        Assert.Equal("first", await memory.BookmarkAsync(Source, "all", default));
        Assert.Null(await memory.BookmarkAsync(Source, "another list", default));
        Assert.Null(await memory.BookmarkAsync("other", "all", default));

        await BookmarkedAsync(memory, "failed", HarvestEnd.Failed);
        var discarded = await BookmarkedAsync(memory, "discarded", heldBecause: Implausible);
        await Held.DiscardAsync(discarded.Run, default);
        var held = await BookmarkedAsync(memory, "held", heldBecause: Implausible);
        Assert.Equal("first", await memory.BookmarkAsync(Source, "all", default));

        await Held.AcceptAsync(held.Run, default);
        Assert.Equal("held", await memory.BookmarkAsync(Source, "all", default));
        await HarvestAsync(Invented.Entries(Source, 1));
        Assert.Equal("held", await memory.BookmarkAsync(Source, "all", default));
        Restart();
        await BookmarkedAsync(new HarvestMemory(Store), "later");
        Assert.Equal("later", await new HarvestMemory(Store).BookmarkAsync(Source, "all", default));
    }

    [Fact]
    public async Task Kept_listings_are_those_that_were_promoted()
    {
        var memory = new HarvestMemory(Store);
        await HarvestAsync([.. Invented.Entries(Source, 2), Invented.Entry(Source, "course-v1:A+B+C")]);
        await HarvestAsync(Invented.Entries(Source, 2, "Вхід"), HarvestEnd.Complete, Implausible);
        var other = await OpenAsync("other");
        await RecordAsync(other, Invented.Entries("other", 3));
        await CloseAsync(other);
        var kept = await memory.ListingsAsync(Source, ["2", "course-v1:A+B+C", "3", "2"], default);
        Assert.Equal(["2", "course-v1:A+B+C"], kept.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Курс 2", kept["2"].Title);
        Assert.Empty(await memory.ListingsAsync(Source, [], default));
    }

    [Fact]
    public async Task The_time_of_reading_is_kept_with_a_listing()
    {
        var read = new DetailStamp(Clock.GetUtcNow(), "2026-11-01");
        var entry = Invented.Entry(Source, "1");
        await HarvestAsync([entry with { Raw = entry.Raw with { Read = read } }]);
        Assert.Equal(read, (await new HarvestMemory(Store).ListingsAsync(Source, ["1"], default))["1"].Read);
    }

    private async Task<HarvestReport> BookmarkedAsync(HarvestMemory memory, string place, HarvestEnd end = HarvestEnd.Complete, string? heldBecause = null)
    {
        var run = await OpenAsync();
        await RecordAsync(run, Invented.Entries(Source, 1));
        await memory.KeepAsync(run, "all", "not this", default);
        await memory.KeepAsync(run, "all", place, default);
        return await CloseAsync(run, end, heldBecause);
    }
}
