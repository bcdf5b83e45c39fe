using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task A_rest_is_kept_across_a_restart_replaced_and_ended()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        var rest = new SourceRest(1, Clock.GetUtcNow().AddHours(1), false, "https://portal.example answered 500.");
        await new SourceRests(Store).KeepAsync(Source, rest, default);
        await new SourceRests(Store).KeepAsync("another", rest, default);
        Restart();
        Assert.Equal(rest, await new SourceRests(Store).FindAsync(Source, default));
        Assert.Equal(rest, (await StatusAsync()).Rest);
        Assert.True(rest.IsOn(Clock.GetUtcNow()));

        var longer = rest with { Failures = 2, Until = Clock.GetUtcNow().AddHours(4), AskedByPortal = true };
        await new SourceRests(Store).KeepAsync(Source, longer, default);
        Assert.Equal(longer, (await StatusAsync()).Rest);
        Clock.Pass(TimeSpan.FromHours(4));
        Assert.False(longer.IsOn(Clock.GetUtcNow()));

        await new SourceRests(Store).EndAsync(Source, default);
        Assert.Null((await StatusAsync()).Rest);
        Assert.Equal(rest, await new SourceRests(Store).FindAsync("another", default));
    }

    [Fact]
    public async Task An_interrupted_run_says_why_until_it_goes_on()
    {
        var run = await OpenAsync();
        await RecordAsync(run, [Invented.Entry(Source, "1")], "page 2");
        await CloseAsync(run, HarvestEnd.Interrupted, failure: "Its hours ended.");
        Assert.Equal("Its hours ended.", (await StatusAsync()).Reports[0].Failure);
        await OpenAsync();
        Assert.Null((await StatusAsync()).Reports[0].Failure);
    }

    [Fact]
    public async Task A_run_that_is_worked_on_every_night_goes_on_for_many_nights()
    {
        var run = await OpenAsync();
        for (var night = 1; night <= 3; night++)
        {
            await RecordAsync(run, [Invented.Entry(Source, $"{night}")], $"page {night}");
            Clock.Pass(TimeSpan.FromHours(4));
            await CloseAsync(run, HarvestEnd.Interrupted);
            Clock.Pass(TimeSpan.FromHours(20));
            Assert.Equal(run.Id, (await OpenAsync()).Id);
        }
    }
}
