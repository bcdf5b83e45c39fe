using DcCourseIndex.Indexer.Following;
using DcCourseIndex.Indexer.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Following;

public sealed class IndexFollowerTests : FollowingTest
{
    [Fact]
    public async Task What_the_catalogue_has_becomes_searchable()
    {
        await _catalog.ImportAsync([("1", "Медіаграмотність"), ("2", "Паролі")]);
        using var follower = Follower(_catalog.Catalog);
        using var searcher = new LiveSearcher(_index, _clock);
        Assert.Equal(IndexPosition.Nothing, searcher.Position);

        var reached = await follower.CatchUpAsync(default);

        Assert.Equal(reached, searcher.Position);
        Assert.Equal(["portal.1"], Ids(searcher, "медіаграмотність"));

        await _catalog.ImportAsync([("2", "Таблиці")], complete: true);
        await _catalog.ImportAsync([("2", "Таблиці")], complete: true);
        await follower.CatchUpAsync(default);

        Assert.Equal(["portal.2"], Ids(searcher, ""));
        Assert.Equal(["portal.2"], Ids(searcher, "таблиця"));
    }

    [Fact]
    public async Task Changes_are_read_page_by_page_until_there_are_none()
    {
        await _catalog.ImportAsync(1, "Курс");
        using var follower = Follower(_catalog.Catalog);
        await follower.CatchUpAsync(default);
        await _catalog.ImportAsync(2_300, "Інший курс");

        var reached = await follower.CatchUpAsync(default);

        Assert.Equal(0, _index.Status(await At(_catalog.Catalog))!.Behind);
        Assert.Equal((2_300, reached), (Total(), _index.Status(await At(_catalog.Catalog))!.Position));
    }

    [Fact]
    public async Task Catching_up_again_or_after_a_restart_changes_nothing()
    {
        await _catalog.ImportAsync(5, "Курс");
        IndexPosition first;
        using (var follower = Follower(_catalog.Catalog))
        {
            first = await follower.CatchUpAsync(default);
            Assert.Equal(first, await follower.CatchUpAsync(default));
        }

        using var again = Follower(_catalog.Catalog);
        Assert.Equal(first, await again.CatchUpAsync(default));
        Assert.Equal(["generation-000001"], _index.Generations());
        Assert.Equal(5, Total());
    }

    [Fact]
    public async Task An_empty_catalogue_gives_an_empty_index_that_knows_its_epoch()
    {
        using var follower = Follower(_catalog.Catalog);

        var reached = await follower.CatchUpAsync(default);

        Assert.NotEqual("", reached.Epoch);
        Assert.Equal(0, Total());
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_told_who_holds_the_index()
    {
        using var first = Follower(_catalog.Catalog);
        await first.CatchUpAsync(default);
        using (var second = Follower(_catalog.Catalog))
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => second.CatchUpAsync(default));
            Assert.Contains(_folder.Path, refusal.Message, StringComparison.Ordinal);
            Assert.Contains($"process {Environment.ProcessId}.", refusal.Message, StringComparison.Ordinal);
        }

        first.Dispose();
        using var third = Follower(_catalog.Catalog);
        await third.CatchUpAsync(default);
    }

    [Fact]
    public async Task A_running_follower_tries_again_after_failures_with_growing_pauses()
    {
        await _catalog.ImportAsync(5, "Курс");
        var clock = new HastyClock();
        using var stop = new CancellationTokenSource();
        var breaking = new BreakingCatalog(_catalog.Catalog, call => call is >= 1 and <= 9, call =>
        {
            if (call > 30)
            {
                stop.Cancel();
            }
        });
        using var follower = new IndexFollower(breaking, _index, clock, NullLogger<IndexFollower>.Instance);

        await follower.RunAsync(stop.Token);

        Assert.Equal(5, Total());
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 0.5], clock.Pauses.Take(10).Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task A_search_role_that_starts_before_any_index_answers_with_nothing()
    {
        await _catalog.ImportAsync(5, "Курс");
        using var searcher = new LiveSearcher(_index, _clock);

        Assert.Equal(0, searcher.Search(new CourseQuery()).Total);
        Assert.Equal(CursorProblem.Expired, searcher.Search(new CourseQuery { Cursor = "any" }).Problem);
        Assert.Null(searcher.Find("portal.1"));
        Assert.Null(searcher.Similar("portal.1", 3));
        Assert.Empty(searcher.Suggest("ку", 3));
        Assert.Null(_index.Status(await At(_catalog.Catalog)));

        using var follower = Follower(_catalog.Catalog);
        await follower.CatchUpAsync(default);
        Assert.Equal(5, searcher.Search(new CourseQuery()).Total);
    }
}
