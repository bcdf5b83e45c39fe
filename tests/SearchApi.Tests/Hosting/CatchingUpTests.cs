using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Hosting;

public sealed class CatchingUpTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task A_node_serves_once_its_index_holds_what_the_catalogue_held_at_its_start()
    {
        await using var real = await RealSite.StartAsync([SampleCourses.All[0]]);
        await real.HarvestOnlyAsync(SampleCourses.All[1].Course.Source, [SampleCourses.All[1]]);
        var presence = Presence(real);

        var before = (await presence.ServesAsync(default), await presence.CaughtUpAsync(default));
        await real.FollowAsync();
        var after = (await presence.ServesAsync(default), await presence.CaughtUpAsync(default));
        await real.HarvestOnlyAsync(SampleCourses.All[2].Course.Source, [SampleCourses.All[2]]);

        Assert.Equal(((false, false), (true, true)), (before, after));
        Assert.True(await presence.CaughtUpAsync(default), "Lagging later on is told, not refused.");
    }

    [Fact]
    public async Task After_a_minute_old_answers_are_better_than_none_but_the_node_is_not_called_ready()
    {
        await using var real = await RealSite.StartAsync([SampleCourses.All[0]]);
        await real.HarvestOnlyAsync(SampleCourses.All[1].Course.Source, [SampleCourses.All[1]]);
        var presence = Presence(real);
        var before = await presence.ServesAsync(default);
        clock.Pass(IndexPresence.Patience);

        Assert.Equal((false, true, false), (before, await presence.ServesAsync(default), await presence.CaughtUpAsync(default)));
    }

    private IndexPresence Presence(RealSite real) =>
        new(real.Site.Services.GetRequiredService<ICourseSearcher>(), real.Site.Services.GetRequiredService<LedgerStore>(), clock);
}
