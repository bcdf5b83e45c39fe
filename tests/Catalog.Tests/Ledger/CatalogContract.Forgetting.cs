using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private Forgetting Forgetting => new(Store, Clock);

    [Fact]
    public async Task A_forgotten_course_leaves_a_tombstone_and_nothing_else()
    {
        var run = await OpenAsync();
        await RecordAsync(run, Invented.Entries(Source, 3), null, new Refusal("2", "Listing «2» has no title."), new Refusal("9", "Other."));
        await CloseAsync(run);
        var held = await OpenAsync();
        await RecordAsync(held, Invented.Entries(Source, 3, "Інша назва"));
        await CloseAsync(held, heldBecause: "Odd.");
        await new PageMemory(Store, Clock).RememberAsync(Source, "https://portal.example/", new("1", null, null, "x"u8.ToArray()), default);
        var before = await RevisionAsync();

        await Forgetting.AddAsync(Forgotten.Course($"{Source}.2"), default);
        Assert.Equal(1, await Forgetting.PurgeCoursesAsync(await Forgetting.ListAsync(default), default));

        var change = Assert.Single(await ChangesAsync(before));
        Assert.Equal(($"{Source}.2", CourseState.Retired, null), (change.Id, change.State, change.Course));
        Assert.DoesNotContain(await RawAsync(), listing => listing.CourseId == $"{Source}.2");
        Assert.Null(await new PageMemory(Store, Clock).FindAsync(Source, "https://portal.example/", default));
        Assert.Equal(["Other."], (await StatusAsync()).Reports.SelectMany(report => report.Refusals).Select(refusal => refusal.Reason));
        Assert.DoesNotContain(await KeptAsync(), kept => kept.CourseId == $"{Source}.2");
        await Held.AcceptAsync(held.Id, default);
        Assert.Equal(CourseState.Retired, await StateAsync("2"));
        await SoundAsync();
    }

    [Fact]
    public async Task The_forgetting_list_is_taken_up_by_a_store_that_does_not_know_it()
    {
        await Forgetting.AddAsync(Forgotten.Course($"{Source}.2"), default);
        await Forgetting.AddAsync(Forgotten.Person("Олена Вигадана")!, default);
        var file = Path.Combine(Store.Folder, "forgotten.jsonl");
        Assert.DoesNotContain("Вигадана", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Source}.2", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        File.Copy(file, Path.Combine(folder.Path, "forgotten.jsonl"));
        using var restored = LedgerStore.Open(folder.Path, Clock);
        var list = new Forgetting(restored, Clock);

        Assert.True((await list.ListAsync(default)).HasCourse($"{Source}.2"));
        Assert.Single((await list.ListAsync(default)).NamesIn("Курс веде Вигадана Олена."));
        Assert.Equal(2, (await list.PendingAsync(default)).Count);
        await list.AppliedAsync(await list.PendingAsync(default), default);
        Assert.Empty(await list.PendingAsync(default));
    }

    [Fact]
    public async Task Texts_of_retired_courses_and_unseen_pages_are_erased_after_ninety_days()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await new PageMemory(Store, Clock).RememberAsync(Source, "https://portal.example/", new("1", null, null, "x"u8.ToArray()), default);
        await new Erasing(Store, Clock).WithdrawAsync([], default);
        for (var night = 0; night < 4; night++)
        {
            Clock.PassDays(3);
            await HarvestAsync(Invented.Entries(Source, 1));
        }
        Assert.Equal(CourseState.Retired, await StateAsync("2"));
        var raw = await RowsAsync("raw_listings");

        Clock.PassDays(70);
        Assert.Equal(new Erased(0, 0), await new Erasing(Store, Clock).RunAsync(default));
        Clock.PassDays(21);
        Assert.Equal(new Erased(1, 1), await new Erasing(Store, Clock).RunAsync(default));

        Assert.Equal(raw - 1, await RowsAsync("raw_listings"));
        Assert.Equal(1, await RowsAsync("course_texts where course = '{}'"));
        await SoundAsync();
        await HarvestAsync(Invented.Entries(Source, 2));
        Assert.Equal("Курс 2", (await CourseAsync("2")).Course.Title);
    }

    [Fact]
    public async Task What_an_owner_refuses_is_withdrawn_and_another_source_is_not()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await HarvestAsync(Invented.Entries("other", 1), source: "other");
        var held = await OpenAsync();
        await RecordAsync(held, Invented.Entries(Source, 3));
        await CloseAsync(held, heldBecause: "Odd.");

        Assert.Equal(2, await new Erasing(Store, Clock).WithdrawAsync([Source], default));

        Assert.Equal(CourseState.Retired, await StateAsync("1"));
        Assert.Equal(["other.1"], (await RawAsync()).Select(listing => listing.CourseId));
        Assert.Empty(await Held.ListAsync(default));
        Assert.Equal(0, await new Erasing(Store, Clock).WithdrawAsync([Source], default));
        await SoundAsync();
    }

    private async Task<List<StoredListing>> RawAsync()
    {
        var listings = new List<StoredListing>();
        await foreach (var listing in Catalog.RawListingsAsync(null, default))
        {
            listings.Add(listing);
        }
        return listings;
    }

    private async Task<List<KeptText>> KeptAsync()
    {
        var texts = new List<KeptText>();
        await foreach (var text in new KeptTexts(Store, Clock).AllAsync(default))
        {
            texts.Add(text);
        }
        return texts;
    }

    private Task<int> RowsAsync(string table) => Store.ReadAsync(async tx => (int)await tx.FirstAsync<long>($"select count(*) from {table}"), default);
}
