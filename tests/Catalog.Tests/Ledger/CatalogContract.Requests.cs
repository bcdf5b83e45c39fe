using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private static readonly string[] Harvests = ["harvest"];

    private WorkRequests Requests => new(Store, Clock);

    [Fact]
    public async Task A_request_goes_from_waiting_through_taken_to_done()
    {
        var posted = await Requests.PostAsync("harvest", "portal", default);
        Assert.Equal(new WorkRequest(posted.Id, "harvest", "portal", Clock.GetUtcNow(), RequestState.Waiting, null, null, null), posted);
        Assert.Equal(posted with { State = RequestState.Taken }, await Requests.TakeAsync(Harvests, default));
        await Requests.ProgressAsync(posted.Id, "сторінка 2", default);
        Assert.Equal("сторінка 2", (await Requests.FindAsync(posted.Id, default))!.Progress);
        await Requests.AnswerAsync(posted.Id, "{}", 1, default);
        await Requests.AnswerAsync(posted.Id, "too late", 0, default);
        await Requests.ProgressAsync(posted.Id, "too late", default);
        Assert.Equal(posted with { State = RequestState.Done, Progress = "сторінка 2", Answer = "{}", ExitCode = 1 }, await Requests.FindAsync(posted.Id, default));
        Assert.Null(await Requests.TakeAsync(Harvests, default));
    }

    [Fact]
    public async Task The_oldest_request_is_taken_first()
    {
        var first = await Requests.PostAsync("harvest", "a", default);
        var second = await Requests.PostAsync("harvest", "b", default);
        Assert.Equal(first.Id, (await Requests.TakeAsync(Harvests, default))!.Id);
        Assert.Equal(second.Id, (await Requests.TakeAsync(Harvests, default))!.Id);
        Assert.Null(await Requests.FindAsync(4711, default));
    }

    [Fact]
    public async Task Two_takers_never_get_the_same_request()
    {
        const int count = 60;
        for (var i = 0; i < count; i++)
        {
            await Requests.PostAsync("harvest", "portal", default);
        }

        var other = new WorkRequests(Another(), Clock);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TakeAllAsync(i % 2 == 0 ? Requests : other))));
        var ids = taken.SelectMany(id => id).ToList();
        Assert.Equal(count, ids.Count);
        Assert.Equal(count, ids.Distinct().Count());
    }

    [Fact]
    public async Task What_a_crash_left_taken_waits_again()
    {
        var answered = await Requests.PostAsync("harvest", "a", default);
        var left = await Requests.PostAsync("harvest", "b", default);
        await Requests.TakeAsync(Harvests, default);
        await Requests.TakeAsync(Harvests, default);
        await Requests.AnswerAsync(answered.Id, "", 0, default);
        Restart();
        Assert.Equal(1, await Requests.ReleaseAsync(Harvests, default));
        Assert.Equal(left.Id, (await Requests.TakeAsync(Harvests, default))!.Id);
    }

    [Fact]
    public async Task A_taker_gets_only_the_verbs_that_it_knows()
    {
        var harvest = await Requests.PostAsync("harvest", "a", default);
        var reindex = await Requests.PostAsync("reindex", "", default);

        Assert.Equal(reindex.Id, (await Requests.TakeAsync(["reindex"], default))!.Id);
        Assert.Null(await Requests.TakeAsync(["reindex"], default));
        Assert.Equal(0, await Requests.ReleaseAsync(Harvests, default));
        Assert.Equal(harvest.Id, (await Requests.TakeAsync(Harvests, default))!.Id);
    }

    private static async Task<List<long>> TakeAllAsync(WorkRequests requests)
    {
        var taken = new List<long>();
        while (await requests.TakeAsync(Harvests, default) is { } request)
        {
            taken.Add(request.Id);
        }

        return taken;
    }
}
