using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>What later nights ask and write, through the whole crawler: real HTTP, real store.</summary>
public sealed class NightsTests
{
    private const int Courses = 40;

    [Fact]
    public async Task An_unchanged_portal_with_validators_answers_nothing_but_not_modified_and_nothing_is_written()
    {
        await using var portal = await NightlyPortals.OpenEdxAsync(id => $"Курс {id}", Courses, validators: true);
        using var nights = new Nights(portal.OpenEdx());
        var first = await nights.HarvestAsync();
        var position = await nights.Store.PositionAsync(default);
        nights.WatchWriting();

        var second = await nights.HarvestAsync();
        Assert.Equal((RunState.Promoted, Courses, Courses), (second.State, second.Found, second.Unchanged));
        // The list and every detail; the two requests without a validator are for the owner's files, robots.txt and tdmrep.json, asked once a day.
        Assert.Equal((Courses + 3, Courses + 1), (second.Fetched.Requests, second.Fetched.NotModified));
        Assert.Equal(0, first.Fetched.NotModified);
        Assert.Empty(nights.WrittenSince());
        Assert.Equal(position, await nights.Store.PositionAsync(default));
    }

    [Fact]
    public async Task An_unchanged_portal_without_validators_is_asked_for_its_list_alone_and_nothing_is_written()
    {
        await using var portal = await NightlyPortals.OpenEdxAsync(id => $"Курс {id}", Courses, validators: false);
        using var nights = new Nights(portal.OpenEdx());
        await nights.HarvestAsync();
        var position = await nights.Store.PositionAsync(default);
        var before = portal.Asked.Count;
        nights.WatchWriting();

        var second = await nights.HarvestAsync();
        Assert.Equal(["GET /api/courses/v1/courses/?page_size=100"], portal.Asked.Skip(before));
        Assert.Equal((RunState.Promoted, HarvestEnd.Complete, Courses), (second.State, second.End, second.Unchanged));
        Assert.Empty(nights.WrittenSince());
        Assert.Equal(position, await nights.Store.PositionAsync(default));
    }

    [Fact]
    public async Task Details_are_read_again_by_the_fifteenth_night_spread_over_several()
    {
        await using var portal = await NightlyPortals.OpenEdxAsync(id => $"Курс {id}", Courses, validators: false);
        using var nights = new Nights(portal.OpenEdx());
        await nights.HarvestAsync();
        var asked = new List<int>();
        for (var night = 2; night <= 15; night++)
        {
            var before = portal.Asked.Count;
            await nights.HarvestAsync();
            // The search of courses is asked once a week beside.
            asked.Add(ListsAndDetails(portal, before) - 1);
        }

        Assert.All(asked.Take(7), details => Assert.Equal(0, details));
        Assert.Equal(Courses, asked.Sum());
        Assert.All(asked, details => Assert.InRange(details, 0, Courses / 2));
    }

    [Fact]
    public async Task What_the_list_says_anew_of_a_course_has_its_details_asked_at_once()
    {
        var changed = false;
        await using var portal = await NightlyPortals.OpenEdxAsync(id => id == 3 && changed ? "Новий курс" : $"Курс {id}", Courses, validators: false);
        using var nights = new Nights(portal.OpenEdx());
        await nights.HarvestAsync();
        changed = true;
        var before = portal.Asked.Count;
        var report = await nights.HarvestAsync();
        Assert.Equal(["GET /api/courses/v1/courses/?page_size=100", "GET /api/courses/v1/courses/course-v1:Library+3+2026/"], portal.Asked.Skip(before).Select(Uri.UnescapeDataString));
        Assert.Equal((1, Courses - 1), (report.Changed, report.Unchanged));
    }

    [Fact]
    public async Task A_full_run_asks_for_everything()
    {
        await using var portal = await NightlyPortals.OpenEdxAsync(id => $"Курс {id}", Courses, validators: false);
        using var nights = new Nights(portal.OpenEdx());
        await nights.HarvestAsync();
        var before = portal.Asked.Count;
        await nights.HarvestAsync(full: true);
        Assert.Equal(Courses + 1, ListsAndDetails(portal, before));
    }

    [Fact]
    public async Task A_blog_is_asked_for_changed_posts_and_after_a_fortnight_for_all()
    {
        var posts = Enumerable.Range(1, 5).ToDictionary(id => id, id => new DateTime(2026, 11, id, 12, 0, 0));
        await using var portal = await NightlyPortals.WordPressAsync(posts);
        using var nights = new Nights(portal.Source() with { Platform = "wordpress" });
        Assert.Equal((HarvestEnd.Complete, 5), await FoundAsync(nights));
        posts.Remove(1);
        posts[2] = new DateTime(2026, 11, 22, 9, 0, 0);
        Assert.Equal((HarvestEnd.Partial, 2), await FoundAsync(nights));
        Assert.Contains("modified_after=2026-11-04T12%3A00%3A00Z", portal.Asked[^1], StringComparison.Ordinal);
        Assert.Equal((HarvestEnd.Partial, 1), await FoundAsync(nights));
        Assert.Equal(5, (await StatusAsync(nights)).Active);

        nights.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal((HarvestEnd.Complete, 4), await FoundAsync(nights));
        Assert.Equal(1, (await StatusAsync(nights)).Missing);
    }

    [Fact]
    public async Task A_repository_with_nothing_new_is_a_good_run_that_changes_nothing()
    {
        await using var portal = await NightlyPortals.RepositoryAsync(records: 30, pageSize: 10);
        using var nights = new Nights(Repository(portal));
        Assert.Equal((HarvestEnd.Complete, 30), await FoundAsync(nights));
        nights.WatchWriting();
        var report = await nights.HarvestAsync();
        Assert.Equal((RunState.Promoted, HarvestEnd.Partial, 0), (report.State, report.End, report.Found));
        Assert.Empty(nights.WrittenSince());
        Assert.Equal(30, (await StatusAsync(nights)).Active);
        var all = await nights.HarvestAsync(full: true);
        Assert.Equal((HarvestEnd.Complete, 30), (all.End, all.Found));
    }

    [Fact]
    public async Task A_repositorys_interrupted_run_goes_on_where_it_stopped()
    {
        await using var portal = await NightlyPortals.RepositoryAsync(records: 30, pageSize: 10);
        using var nights = new Nights(Repository(portal));
        Assert.Equal(RunState.Open, (await nights.InterruptAsync()).State);
        var before = portal.Asked.Count;
        var report = await nights.HarvestAsync();
        Assert.Equal((RunState.Promoted, 30), (report.State, report.Found));
        Assert.Equal(["GET /?verb=ListRecords&resumptionToken=10", "GET /?verb=ListRecords&resumptionToken=20"], portal.Asked.Skip(before));
        Assert.Equal(HarvestEnd.Partial, (await nights.HarvestAsync()).End);
    }

    [Fact]
    public async Task A_sitemaps_interrupted_run_goes_on_where_it_stopped()
    {
        await using var portal = await NightlyPortals.SitemapAsync(courses: 120);
        using var nights = new Nights(portal.Source() with { Platform = "sitemap" });
        Assert.Equal(RunState.Open, (await nights.InterruptAsync()).State);
        var before = portal.Asked.Count;
        var report = await nights.HarvestAsync();
        Assert.Equal((RunState.Promoted, 120), (report.State, report.Found));
        Assert.Equal(["GET /sitemap.xml", "GET /150"], portal.Asked.Skip(before).Take(2));
        Assert.Equal(71, portal.Asked.Count - before);
    }

    private static int ListsAndDetails(LoopbackPortal portal, int before) => portal.Asked.Skip(before).Count(line => line.StartsWith("GET /api/courses/v1/courses/", StringComparison.Ordinal));

    private static SourceDefinition Repository(LoopbackPortal portal) => portal.Source() with { Platform = "oai" };

    private static async Task<(HarvestEnd?, int)> FoundAsync(Nights nights)
    {
        var report = await nights.HarvestAsync();
        Assert.Equal(RunState.Promoted, report.State);
        return (report.End, report.Found);
    }

    private static async Task<SourceStatus> StatusAsync(Nights nights) => Assert.Single(await nights.Catalog.SourcesAsync(default));
}
