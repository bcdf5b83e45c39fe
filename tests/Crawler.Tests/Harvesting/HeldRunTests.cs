using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>What is held, and what becomes of it.</summary>
public sealed class HeldRunTests : IDisposable
{
    private readonly ListedPlatform platform = new() { Listed = 100 };
    private readonly CrawlLine line;

    public HeldRunTests() => line = new CrawlLine(platform);

    [Fact]
    public async Task A_portal_that_truly_shrank_to_half_is_held_once_and_then_usual()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await NightAsync();
        }

        platform.Listed = 50;
        var held = await NightAsync();
        Assert.Equal((RunState.Held, "50 courses, where 100 are usual."), (held.State, held.HeldBecause![..32]));

        var accepted = await line.AcceptAsync(held.Run);
        Assert.Equal((RunState.Promoted, 50, 0, 0, 50, 50, 0), (accepted.State, accepted.Found, accepted.New, accepted.Changed, accepted.Unchanged, accepted.Missing, accepted.Retired));
        foreach (var _ in Enumerable.Range(0, 8))
        {
            Assert.Equal(RunState.Promoted, (await NightAsync()).State);
        }

        Assert.Equal((50, 0, 50), await CountsAsync());

        // And half of the half is held again.
        platform.Listed = 30;
        Assert.Contains("where 50 are usual", (await NightAsync()).HeldBecause, StringComparison.Ordinal);
        await line.SoundAsync();
    }

    [Fact]
    public async Task As_many_courses_under_other_identifiers_are_held()
    {
        await NightAsync();
        platform.Then = [new ListingPage([.. Enumerable.Range(1001, 100).Select(number => ListedPlatform.Course(number))], [])];
        var held = await NightAsync();
        Assert.Equal((RunState.Held, 100), (held.State, held.Found));
        Assert.StartsWith("100 of 100 active courses are not listed", held.HeldBecause, StringComparison.Ordinal);
        Assert.Equal((100, 100), ((await line.AcceptAsync(held.Run)).Missing, (await CountsAsync()).Active));
        Assert.Equal(RunState.Promoted, (await NightAsync()).State);
    }

    [Fact]
    public async Task Reading_that_ends_early_is_held_and_marks_nothing_missing_when_it_is_accepted()
    {
        await NightAsync();
        platform.Then = [new ListingPage([.. ListedPlatform.Courses(39), ListedPlatform.Course(40, "Новий"), ListedPlatform.Course(101)], [])];
        platform.Failure = "https://listed.example/?page=2: the portal answered 500.";
        var held = await NightAsync();
        Assert.Equal((RunState.Held, HarvestEnd.Failed, 41), (held.State, held.End, held.Found));
        Assert.StartsWith("Reading ended early, after 41 courses where 100 are usual: https://listed.example/?page=2: the portal answered 500.", held.HeldBecause, StringComparison.Ordinal);
        Assert.Equal(platform.Failure, held.Failure);

        var accepted = await line.AcceptAsync(held.Run);
        Assert.Equal((1, 1, 39, 0), (accepted.New, accepted.Changed, accepted.Unchanged, accepted.Missing));
        Assert.Equal((101, 0, 0), await CountsAsync());
    }

    [Fact]
    public async Task Reading_that_ends_before_the_first_listing_failed()
    {
        platform.Then = [];
        platform.Failure = "https://listed.example/: the portal answered 500.";
        var failed = await NightAsync();
        Assert.Equal((RunState.Failed, platform.Failure), (failed.State, failed.Failure));
        Assert.Null(failed.HeldBecause);
    }

    [Fact]
    public async Task A_night_that_ended_early_does_not_block_the_next()
    {
        await NightAsync();
        platform.Failure = "https://listed.example/?page=3: the portal answered 500.";
        var held = await NightAsync();
        platform.Failure = null;
        var good = await NightAsync();
        Assert.Equal((RunState.Promoted, 100), (good.State, good.Unchanged));
        Assert.Empty(await line.Held.ListAsync(default));
        Assert.Equal($"Superseded by run {good.Run}.", (await line.StatusAsync()).Reports.Single(report => report.Run == held.Run).Failure);
    }

    [Fact]
    public async Task The_newest_first_run_waits_in_place_of_the_older_one_and_is_the_last_that_waits()
    {
        var unknown = ListedPlatform.Source with { Trusted = false };
        await line.NightAsync(unknown);
        platform.Listed = 98;
        var newest = await line.NightAsync(unknown);
        Assert.Contains("first run", newest.HeldBecause, StringComparison.Ordinal);
        Assert.Equal([newest.Run], (await line.Held.ListAsync(default)).Select(held => held.Run));

        Assert.Equal(98, (await line.AcceptAsync(newest.Run)).New);
        Assert.Equal(RunState.Promoted, (await line.NightAsync(unknown)).State);
    }

    [Fact]
    public async Task A_resumed_run_is_judged_as_a_whole()
    {
        await NightAsync();
        using var stop = new CancellationTokenSource();
        platform.Then = [.. Pages("Вхід"), new ListingPage([.. ListedPlatform.Courses(100).Skip(60)], [], "3")];
        platform.Before = page =>
        {
            // At once: what listens to the token must hear of it before the second page.
            if (page == 2) stop.Cancel();
        };
        Assert.Equal((RunState.Open, 60), ((await NightAsync(stop.Token)).State, (await line.StatusAsync()).Reports[0].Found));

        platform.Before = null;
        var held = await NightAsync();
        Assert.Contains("60 of 100 known courses have another title", held.HeldBecause, StringComparison.Ordinal);
        Assert.Equal((100, 1.0), (held.Found, held.Filled["summary"]));
    }

    [Theory]
    [InlineData(30, RunState.Promoted)]
    [InlineData(31, RunState.Held)]
    public async Task Deletions_retire_at_once_unless_they_are_a_large_part(int deleted, RunState state)
    {
        await NightAsync();
        platform.Then = [new ListingPage([], []) { Partial = true, Deleted = [.. Enumerable.Range(1, deleted).Select(number => $"{number}")] }];
        var report = await NightAsync();
        Assert.Equal(state, report.State);
        if (state == RunState.Held)
        {
            Assert.Contains("31 of 100 courses are gone", report.HeldBecause, StringComparison.Ordinal);
            Assert.Equal((100, 0, 0), await CountsAsync());
            report = await line.AcceptAsync(report.Run);
        }

        Assert.Equal((deleted, 0), (report.Retired, report.Missing));
        Assert.Equal((100 - deleted, 0, deleted), await CountsAsync());
        await line.SoundAsync();
    }

    [Fact]
    public async Task Half_a_file_that_is_said_to_be_complete_is_held()
    {
        Assert.Equal(RunState.Promoted, (await line.ImportAsync("own", true, Lines(100))).State);
        Assert.Equal(RunState.Promoted, (await line.ImportAsync("own", false, Lines(10))).State);
        var held = await line.ImportAsync("own", true, Lines(50));
        Assert.Equal(RunState.Held, held.State);
        Assert.StartsWith("50 courses, where 100 are usual.", held.HeldBecause, StringComparison.Ordinal);
        Assert.Equal(0, (await line.StatusAsync()).Missing);
        Assert.Equal(50, (await line.AcceptAsync(held.Run)).Missing);
        Assert.Equal(RunState.Promoted, (await line.ImportAsync("own", true, Lines(50))).State);
    }

    public void Dispose() => line.Dispose();

    private static IEnumerable<ListingPage> Pages(string title) =>
        ListedPlatform.Courses(60, title).Chunk(30).Select((page, i) => new ListingPage(page, [], $"{i + 1}"));

    private static IEnumerable<string> Lines(int count) =>
        ListedPlatform.Courses(count).Select(listing => System.Text.Json.JsonSerializer.Serialize(listing, Wire.Json));

    private Task<HarvestReport> NightAsync(CancellationToken ct = default) => line.NightAsync(ListedPlatform.Source, ct: ct);

    private async Task<(int Active, int Missing, int Retired)> CountsAsync()
    {
        var status = await line.StatusAsync();
        return (status.Active, status.Missing, status.Retired);
    }
}
