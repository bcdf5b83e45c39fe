using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Following;

public sealed class RebuildingTests : FollowingTest
{
    [Fact]
    public async Task Another_catalogue_in_the_same_place_means_a_new_index()
    {
        await _catalog.ImportAsync(5, "Старий курс");
        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        using var restored = new FilledCatalog();
        await restored.ImportAsync(3, "Новий курс");
        using var searcher = new LiveSearcher(_index, _clock);
        Assert.Equal(5, Ids(searcher, "").Length);
        Assert.Null(_index.Status(await At(restored.Catalog))!.Behind);
        using (var follower = Follower(restored.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        _clock.Pass(LiveSearcher.LookEvery);
        Assert.Equal(3, Ids(searcher, "новий курс").Length);
        Assert.Equal(3, Ids(searcher, "").Length);
    }

    [Fact]
    public async Task Another_text_analysis_means_a_new_index_beside_the_old_one()
    {
        await _catalog.ImportAsync(5, "Курс");
        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        using var searcher = new LiveSearcher(_index, _clock);
        Assert.Equal(5, Ids(searcher, "").Length);
        var changed = new IndexFolder(_folder.Path, Engine() with { Fingerprint = "another" });
        using var next = new IndexFollower(_catalog.Catalog, changed, _clock, NullLogger<IndexFollower>.Instance);

        var reached = await next.CatchUpAsync(default);

        Assert.Equal(("another", "generation-000002"), (reached.Fingerprint, changed.Current));
        Assert.Equal(5, Ids(searcher, "").Length);
        _clock.Pass(LiveSearcher.LookEvery);
        Assert.Equal(reached, searcher.Position);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_engine_means_a_new_index_and_the_old_one_is_searched_meanwhile(bool backToFullText)
    {
        var fullText = Fts5Engine.Create(Ground.Analysis, Ground.Frameworks, _clock);
        var (before, after) = backToFullText ? (Engine(), fullText) : (fullText, Engine());
        await _catalog.ImportAsync(5, "Курс");
        using (var follower = new IndexFollower(_catalog.Catalog, new IndexFolder(_folder.Path, before), _clock, NullLogger<IndexFollower>.Instance))
        {
            await follower.CatchUpAsync(default);
        }

        var changed = new IndexFolder(_folder.Path, after);
        using var searcher = new LiveSearcher(changed, _clock);
        Assert.Equal(5, Ids(searcher, "курс").Length);
        Assert.Null(changed.Status(await At(_catalog.Catalog))!.Behind);
        using var next = new IndexFollower(_catalog.Catalog, changed, _clock, NullLogger<IndexFollower>.Instance);

        var reached = await next.CatchUpAsync(default);

        Assert.Equal((after.Fingerprint, "generation-000002"), (reached.Fingerprint, changed.Current));
        _clock.Pass(LiveSearcher.LookEvery);
        Assert.Equal(reached, searcher.Position);
        Assert.Equal(5, Ids(searcher, "курс").Length);
    }

    [Fact]
    public async Task Searching_goes_on_while_the_index_is_rebuilt()
    {
        await _catalog.ImportAsync(200, "Курс");
        using var clock = new CancellationTokenSource();
        using var follower = Follower(_catalog.Catalog);
        await follower.CatchUpAsync(default);
        using var searcher = new LiveSearcher(_index, TimeProvider.System);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var calls = 0;
            do
            {
                Assert.Equal(200, searcher.Search(new CourseQuery { Text = "курс" }).Total);
                calls++;
            }
            while (!clock.IsCancellationRequested);
            return calls;
        })).ToList();

        for (var i = 0; i < 4; i++)
        {
            await follower.RebuildAsync(default);
        }

        await clock.CancelAsync();
        Assert.All(await Task.WhenAll(readers), calls => Assert.True(calls > 0));
        Assert.Equal("generation-000005", _index.Current);
    }

    [Fact]
    public async Task A_replaced_generation_goes_after_a_while_or_at_the_next_start()
    {
        await _catalog.ImportAsync(5, "Курс");
        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
            await follower.RebuildAsync(default);
            Assert.Equal(["generation-000001", "generation-000002"], _index.Generations());
            _clock.Pass(IndexFollower.Grace + TimeSpan.FromSeconds(1));
            await follower.CatchUpAsync(default);
            Assert.Equal(["generation-000002"], _index.Generations());
            await follower.RebuildAsync(default);
        }

        using var next = Follower(_catalog.Catalog);
        await next.CatchUpAsync(default);
        Assert.Equal(["generation-000003"], _index.Generations());
    }

    [Fact]
    public async Task A_build_that_was_cut_off_is_gone_on_with()
    {
        await _catalog.ImportAsync(Building.PageWhileBuilding + 10, "Курс");
        var breaking = new BreakingCatalog(_catalog.Catalog, call => call == 3);
        using (var follower = Follower(breaking))
        {
            await Assert.ThrowsAsync<IOException>(() => follower.CatchUpAsync(default));
        }

        Assert.Null(_index.Current);
        Assert.Equal(["generation-000001"], _index.Generations());
        var counting = new BreakingCatalog(_catalog.Catalog, _ => false);
        using var next = Follower(counting);
        await next.CatchUpAsync(default);

        Assert.Equal("generation-000001", _index.Current);
        Assert.Equal(Building.PageWhileBuilding + 10, Total());

        // The epoch, the rest, its end, and one more look after merging: the first page is not read again.
        Assert.Equal(4, counting.Calls);
    }

    [Fact]
    public async Task Cut_off_anywhere_the_old_index_stands_and_the_next_start_mends_everything()
    {
        await _catalog.ImportAsync(20, "Старий курс");
        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        await _catalog.ImportAsync(20, "Новий курс");
        for (var at = 1; at <= 5; at++)
        {
            using (var follower = Follower(new BreakingCatalog(_catalog.Catalog, call => call == at)))
            {
                await Record.ExceptionAsync(() => follower.RebuildAsync(default));
            }

            using var searcher = new LiveSearcher(_index, _clock);
            Assert.Equal(20, Ids(searcher, "курс").Length);
        }

        File.WriteAllText(Path.Combine(_folder.Path, "current.next"), "gener");
        using var last = Follower(_catalog.Catalog);
        await last.CatchUpAsync(default);
        using var now = new LiveSearcher(_index, _clock);
        Assert.Equal(20, Ids(now, "новий курс").Length);
        Assert.Equal([_index.Current!], _index.Generations());
    }

    [Fact]
    public async Task A_deleted_or_damaged_index_is_built_again()
    {
        await _catalog.ImportAsync(5, "Курс");
        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        foreach (var file in Directory.EnumerateFiles(_index.PathOf(_index.Current!)))
        {
            File.WriteAllText(file, "no database, only words, and quite a few of them, so that it is longer than a header of one hundred bytes");
        }

        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        Assert.Equal(5, Total());
        Directory.Delete(_folder.Path, recursive: true);
        using (var follower = Follower(_catalog.Catalog))
        {
            await follower.CatchUpAsync(default);
        }

        Assert.Equal(5, Total());
    }
}
