using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Mirroring;

public sealed class ChangeTests
{
    private static readonly IReadOnlyList<CatalogCourse> Rest = [.. SampleCourses.All.Where(known => known.Course.Id != "prometheus.PY1")];

    [Fact]
    public async Task Each_course_comes_once_in_its_newest_state_and_a_retired_one_as_a_tombstone()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All, Rest, Rest);

        var (_, body) = await real.Site.JsonAsync("/api/v1/changes");

        var items = body["items"]!.AsArray();
        Assert.Equal(4, items.Select(item => (string)item!["id"]!).Distinct().Count());
        Assert.Equal(items.Select(item => (long)item!["revision"]!).Order(), items.Select(item => (long)item!["revision"]!));
        var gone = items.Single(item => (string)item!["id"]! == "prometheus.PY1")!;
        Assert.Equal(("retired", (long)body["revision"]!), ((string)gone["state"]!, (long)gone["revision"]!));
        Assert.Null(gone["course"]);
        Assert.Equal((false, (long)body["revision"]!), ((bool)body["more"]!, (long)body["next"]!));
    }

    [Fact]
    public async Task Whoever_is_up_to_date_gets_nothing_and_the_same_place()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var (_, all) = await real.Site.JsonAsync("/api/v1/changes");

        var (_, body) = await real.Site.JsonAsync($"/api/v1/changes?after={all["next"]}&epoch={all["epoch"]}");

        Assert.Empty(body["items"]!.AsArray());
        Assert.Equal((long)all["next"]!, (long)body["next"]!);
    }

    [Theory]
    [InlineData("epoch=of-another", 410, "/problems/foreign-epoch")]
    [InlineData("after=999999", 410, "/problems/foreign-epoch")]
    [InlineData("after=-1", 400, "/problems/wrong-value")]
    [InlineData("after=9999999999999999999", 400, "/problems/wrong-value")]
    [InlineData("after=1e3", 400, "/problems/wrong-value")]
    [InlineData("limit=1001", 400, "/problems/wrong-value")]
    [InlineData("since=1", 400, "/problems/unknown-parameter")]
    public async Task What_cannot_be_followed_is_a_problem(string query, int status, string type)
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        var (answered, problem) = await real.Site.JsonAsync($"/api/v1/changes?{query}");

        Assert.Equal((status, type), (answered, (string)problem["type"]!));
    }

    [Fact]
    public async Task A_mirror_that_follows_while_the_catalogue_is_written_loses_nothing()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var mirror = new Mirror(real.Site);
        var writing = Task.Run(async () =>
        {
            for (var run = 1; run <= 12; run++)
                await real.HarvestAgainAsync("many", [.. SampleCourses.Many(20 + run).Where((_, place) => place % 7 != run % 7)]);
        });

        while (!writing.IsCompleted)
            await mirror.FollowAsync(limit: 3);
        await writing;
        await mirror.FollowAsync(limit: 3);

        var whole = new Mirror(real.Site);
        await whole.TakeDumpAsync();
        Assert.Equal(whole.Courses, mirror.Courses);
        Assert.True(mirror.Courses.Count > 20);
    }

    [Fact]
    public async Task What_may_not_be_passed_on_is_not_in_it()
    {
        var course = SampleCourses.Media.Course with { PassingOn = new(PassedText.None, false) };
        await using var real = await RealSite.StartAsync([SampleCourses.Known(course, SampleCourses.Media.Tagging)]);

        var (_, body) = await real.Site.JsonAsync("/api/v1/changes");
        var dump = await real.Site.Client.GetStringAsync(new Uri("/api/v1/dump", UriKind.Relative));

        var sent = body["items"]![0]!["course"]!.AsObject();
        Assert.Equal((course.Title, ""), ((string)sent["title"]!, (string)sent["summary"]!));
        Assert.All(["description", "image", "lastSeen", "priceSeen", "offers"], name => Assert.False(sent.ContainsKey(name), name));
        Assert.DoesNotContain("не стати жертвою", dump, StringComparison.Ordinal);
    }
}
