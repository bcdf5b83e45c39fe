using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public sealed class RunHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private readonly LedgerStore store;

    public RunHistoryTests() => store = LedgerStore.Open(folder.Path, clock);

    private RunHistory History => new(store, clock);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_run_of_a_source_can_be_paged_through_newest_first()
    {
        for (var i = 0; i < 5; i++)
        {
            await HarvestAsync("portal");
            await HarvestAsync("other");
        }

        var first = await History.OfAsync("portal", null, 3, default);
        var rest = await History.OfAsync("portal", first[^1].Run, 3, default);

        Assert.Equal([9, 7, 5, 3, 1], first.Concat(rest).Select(run => run.Run));
        Assert.Empty(await History.OfAsync("nobody", null, 3, default));
        Assert.Equal("other", (await History.FindAsync(2, default))!.Source);
        Assert.Null(await History.FindAsync(99, default));
    }

    [Fact]
    public async Task Refusals_are_counted_by_reason_over_all_of_them_and_not_only_the_kept_ones()
    {
        await HarvestAsync("portal",
        [
            .. Enumerable.Range(1, 150).Select(i => new Refusal($"x{i}", $"Listing «x{i}» has no title. Correct it.", null, i)),
            new Refusal("a1", "Listing «a1» has the address «ftp://x», which is not an absolute http or https address."),
        ]);

        var report = (await History.FindAsync(1, default))!;

        Assert.Equal((151, 100), (report.Refused, report.Refusals.Count));
        Assert.Equal(
            [("Listing «…» has no title. Correct it.", 150), ("Listing «…» has the address «…», which is not an absolute http or https address.", 1)],
            report.RefusalGroups.Select(group => (group.Reason, group.Count)));
        Assert.Equal(["x1", "x2", "x3"], report.RefusalGroups[0].Examples.Select(example => example.SourceId));
    }

    [Fact]
    public async Task The_words_of_refusals_go_after_a_year_and_the_counts_stay()
    {
        await HarvestAsync("portal", [new Refusal("a1", "Listing «a1» has no title.")]);
        clock.PassDays(364);
        Assert.Equal(0, await History.PruneAsync(default));
        clock.PassDays(2);

        Assert.Equal(1, await History.PruneAsync(default));
        Assert.Equal(0, await History.PruneAsync(default));
        var report = (await History.FindAsync(1, default))!;
        Assert.Equal((1, 0, 0), (report.Refused, report.Refusals.Count, report.RefusalGroups.Count));
    }

    private async Task HarvestAsync(string source, IReadOnlyList<Refusal>? refusals = null)
    {
        var catalog = new LedgerCatalog(store, new LedgerOptions(), clock);
        var run = await catalog.OpenHarvestAsync(new HarvestOpening(source, RunKind.Harvest, clock.GetUtcNow()), default);
        await catalog.RecordAsync(run, new HarvestBatch(Invented.Entries(source, 1), refusals ?? [], null), default);
        await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
    }
}
