using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task A_later_good_run_promotes_and_supersedes_the_held_ones()
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        var half = await HarvestAsync(Invented.Entries(Source, 2), heldBecause: Implausible);
        var empty = await HarvestAsync([], heldBecause: Implausible);
        var good = await HarvestAsync(Invented.Entries(Source, 4));
        Assert.Equal((RunState.Promoted, 4), (good.State, good.Unchanged));
        Assert.Empty(await Held.ListAsync(default));
        foreach (var run in new[] { empty.Run, half.Run })
        {
            var dropped = (await StatusAsync()).Reports.Single(report => report.Run == run);
            Assert.Equal((RunState.Discarded, Implausible, $"Superseded by run {good.Run}."), (dropped.State, dropped.HeldBecause, dropped.Failure));
            Assert.Null(await Held.AcceptAsync(run, default));
        }

        await SoundAsync();
    }

    [Theory]
    [InlineData(HarvestEnd.Partial)]
    [InlineData(HarvestEnd.Failed)]
    public async Task A_run_that_is_not_complete_supersedes_nothing(HarvestEnd end)
    {
        var held = await HarvestAsync(Invented.Entries(Source, 4), heldBecause: Implausible);
        await HarvestAsync(Invented.Entries(Source, 4), end);
        await HarvestAsync(Invented.Entries("other", 4), source: "other");
        Assert.Equal([held.Run], (await Held.ListAsync(default)).Select(report => report.Run));
    }

    [Fact]
    public async Task The_newest_first_run_replaces_the_older_one_and_waits_in_its_place()
    {
        await HarvestAsync(Invented.Entries(Source, 4), heldBecause: Implausible);
        var newest = await HarvestAsync(Invented.Entries(Source, 3), heldBecause: Implausible);
        Assert.Equal([newest.Run], (await Held.ListAsync(default)).Select(report => report.Run));
        Assert.Equal(3, (await Held.AcceptAsync(newest.Run, default))!.New);
        await SoundAsync();
    }

    [Fact]
    public async Task A_held_run_that_found_far_less_does_not_replace_a_better_one()
    {
        var better = await HarvestAsync(Invented.Entries(Source, 4), heldBecause: Implausible);
        var worse = await HarvestAsync(Invented.Entries(Source, 2), heldBecause: Implausible);
        Assert.Equal([worse.Run, better.Run], (await Held.ListAsync(default)).Select(report => report.Run));
    }

    [Theory]
    [InlineData(HarvestEnd.Failed, HarvestEnd.Complete, true)]
    [InlineData(HarvestEnd.Failed, HarvestEnd.Failed, true)]
    [InlineData(HarvestEnd.Partial, HarvestEnd.Partial, true)]
    [InlineData(HarvestEnd.Complete, HarvestEnd.Failed, false)]
    [InlineData(HarvestEnd.Complete, HarvestEnd.Partial, false)]
    [InlineData(HarvestEnd.Partial, HarvestEnd.Complete, false)]
    public async Task A_held_run_replaces_those_that_ended_like_it_or_worse(HarvestEnd older, HarvestEnd newer, bool replaces)
    {
        await HarvestAsync(Invented.Entries(Source, 4), older, Implausible);
        await HarvestAsync(Invented.Entries(Source, 4), newer, Implausible);
        Assert.Equal(replaces ? 1 : 2, (await Held.ListAsync(default)).Count);
    }

    [Fact]
    public async Task Accepting_a_complete_run_supersedes_the_older_held_ones()
    {
        await HarvestAsync(Invented.Entries(Source, 4), HarvestEnd.Partial, Implausible);
        var newer = await HarvestAsync(Invented.Entries(Source, 4), heldBecause: Implausible);
        Assert.NotNull(await Held.AcceptAsync(newer.Run, default));
        Assert.Empty(await Held.ListAsync(default));
    }

    [Fact]
    public async Task Held_runs_are_shown_however_many_runs_came_after_them()
    {
        var held = await HarvestAsync(Invented.Entries(Source, 4), heldBecause: Implausible);
        foreach (var _ in Enumerable.Range(0, 12))
        {
            await HarvestAsync([], HarvestEnd.Failed);
        }

        var shown = (await StatusAsync()).Reports;
        Assert.Equal((11, held.Run), (shown.Count, shown[^1].Run));
    }
}
