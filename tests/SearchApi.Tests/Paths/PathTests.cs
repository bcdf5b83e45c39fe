using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Paths;

public sealed class PathTests
{
    [Fact]
    public async Task The_largest_gap_comes_first_and_its_courses_begin_at_the_next_level()
    {
        await using var site = await PathCourses.SiteAsync();

        var (status, path) = await site.PostAsync("/api/v1/path", """{"levels":{"4.1":"foundation","4.2":"none","3.1":"advanced"},"lang":"en"}""");

        Assert.Equal(200, status);
        Assert.Equal(["4.2", "4.1"], Codes(path));
        Assert.Equal(("none", "foundation", "intermediate"), ((string)path["gaps"]![0]!["now"]!, (string)path["gaps"]![0]!["next"]!, (string)path["gaps"]![0]!["target"]!));
        Assert.Equal("aa.devices-next", First(path, 1));
        Assert.Equal("Now: not yet. To the goal: 2 steps (intermediate).", (string)path["gaps"]![0]!["why"]!);
        Assert.Contains("level “foundation”, exactly your next step", Why(path, 0));
        Assert.Equal(["3.1"], path["reached"]!.AsArray().Select(code => (string)code!));
        Assert.DoesNotContain("aa.gone", path.ToJsonString(), StringComparison.Ordinal);
        Assert.InRange(path["gaps"]![0]!["courses"]!.AsArray().Count, 2, 3);
    }

    [Fact]
    public async Task Points_of_Digigram_become_areas_with_the_poorest_first()
    {
        await using var site = await PathCourses.SiteAsync();

        var (status, path) = await site.PostAsync("/api/v1/path", """{"digigram":{"points":{"0":15,"1":9,"2":12,"4":3}}}""");

        Assert.Equal((200, "digcomp-ua"), (status, (string)path["framework"]!));
        Assert.Equal(["4", "1", "2"], Codes(path));
        Assert.Equal("3 з 15 балів, рівень A2; далі – B1.", (string)path["gaps"]![0]!["why"]!);
        Assert.Equal("intermediate", (string)path["gaps"]![0]!["next"]!);
        Assert.Equal("aa.devices-next", First(path, 0));
        Assert.Equal(["0"], path["reached"]!.AsArray().Select(code => (string)code!));
        Assert.Contains("шість рівних частин", (string)path["notes"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overall_level_alone_aims_one_letter_higher_everywhere()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, path) = await site.PostAsync("/api/v1/path", """{"digigram":{"level":"B1"},"gaps":10}""");

        Assert.Equal(["0", "1", "2", "3", "4", "5"], Codes(path));
        Assert.All(path["gaps"]!.AsArray(), gap => Assert.Equal(("B1", "B2", "intermediate"), ((string)gap!["now"]!, (string)gap["target"]!, (string)gap["next"]!)));
    }

    [Theory]
    [InlineData("certificate", "aa.fraud-certified")]
    [InlineData("tutor", "aa.fraud-tutor")]
    public async Task A_wish_decides_among_courses_of_the_same_level(string wish, string first)
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, path) = await site.PostAsync("/api/v1/path", $$$"""{"levels":{"4.2":"none"},"preferences":{"{{{wish}}}":true}}""");

        Assert.Equal(first, First(path, 0));
    }

    [Fact]
    public async Task A_gap_that_no_course_fits_says_so_and_what_would_be_without_the_wishes()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, path) = await site.PostAsync("/api/v1/path", """{"levels":{"1.3":"none","3.4":"none","4.4":"none"},"preferences":{"free":true,"language":"uk"},"lang":"en"}""");

        Assert.Equal(["1.3", "3.4", "4.4"], Codes(path));
        Assert.All(path["gaps"]!.AsArray(), gap => Assert.Empty(gap!["courses"]!.AsArray()));
        Assert.Equal(
            ["No course meets these wishes. Without them there is 1 course.", "No course meets these wishes. Without them there is 1 course.", "The catalogue has no such course yet. Ask at the library."],
            path["gaps"]!.AsArray().Select(gap => (string)gap!["missing"]!));
    }

    [Fact]
    public async Task Hours_are_spent_in_order_and_what_does_not_fit_is_for_later()
    {
        await using var site = await PathCourses.SiteAsync();
        const string body = """{"levels":{"4.2":"none","4.1":"none","3.1":"foundation","1.2":"foundation"},"preferences":{"hours":HOURS,"certificate":true}}""";

        var (_, wide) = await site.PostAsync("/api/v1/path", body.Replace("HOURS", "100", StringComparison.Ordinal));
        var (_, tight) = await site.PostAsync("/api/v1/path", body.Replace("HOURS", "5", StringComparison.Ordinal));

        Assert.Equal((14.0, 1), ((double)wide["hours"]!, (int)wide["hoursUnknown"]!));
        Assert.Equal("aa.fraud-certified", First(wide, Codes(wide).IndexOf("4.2")));
        // The certified course takes eight hours of five: the shorter one of the same level takes its place.
        Assert.Equal(5.0, (double)tight["hours"]!);
        Assert.Equal(["aa.devices", "aa.fraud"], new[] { "4.1", "4.2" }.Select(code => First(tight, Codes(tight).IndexOf(code))));
    }

    [Fact]
    public async Task What_somebody_wants_first_comes_first()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, path) = await site.PostAsync("/api/v1/path", """{"levels":{"1.3":"none","4.2":"foundation"},"first":["4"]}""");

        Assert.Equal(["4.2", "1.3"], Codes(path));
        Assert.StartsWith("Ви хочете почати з цього.", (string)path["gaps"]![0]!["why"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_result_shows_what_has_changed()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, levels) = await site.PostAsync("/api/v1/path", """{"levels":{"4.2":"intermediate","1.1":"none"},"earlier":{"levels":{"4.2":"none","3.1":"none"}}}""");
        var (_, points) = await site.PostAsync("/api/v1/path", """{"digigram":{"points":{"4":11}},"earlier":{"digigram":{"points":{"4":6}}}}""");

        var change = Assert.Single(levels["progress"]!.AsArray())!;
        Assert.Equal(("4.2", "Захист персональних даних і приватності", "none", "intermediate", 2), ((string)change["code"]!, (string)change["label"]!, (string)change["before"]!, (string)change["now"]!, (int)change["steps"]!));
        Assert.Equal(("6", "11", 5), ((string)points["progress"]![0]!["before"]!, (string)points["progress"]![0]!["now"]!, (int)points["progress"]![0]!["steps"]!));
    }

    [Fact]
    public async Task Whoever_has_reached_the_target_everywhere_aims_higher()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, path) = await site.PostAsync("/api/v1/path", """{"levels":{"4.2":"intermediate"}}""");
        var (_, top) = await site.PostAsync("/api/v1/path", """{"levels":{"4.2":"highly-specialised"}}""");

        Assert.Equal(("advanced", "aa.privacy"), ((string)path["gaps"]![0]!["target"]!, First(path, 0)));
        Assert.Empty(top["gaps"]!.AsArray());
    }

    [Fact]
    public async Task The_same_question_to_the_real_index_has_the_same_answer_and_no_cache_keeps_it()
    {
        await using var real = await RealSite.StartAsync(PathCourses.All);
        const string body = """{"digigram":{"points":{"0":1,"1":2,"2":3,"3":4,"4":5,"5":6}},"preferences":{"certificate":true,"tutor":true,"free":true}}""";

        var (status, first) = await real.Site.PostAsync("/api/v1/path", body);
        var (_, second) = await real.Site.PostAsync("/api/v1/path", body);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await real.Site.Client.PostAsync(new Uri("/api/v1/path", UriKind.Relative), content);

        Assert.Equal((200, first.ToJsonString()), (status, second.ToJsonString()));
        Assert.Contains("aa.fraud", first.ToJsonString(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("""{"levels":{}}""", "$")]
    [InlineData("""{"levels":{"1.1":"none"},"digigram":{"level":"B1"}}""", "$")]
    [InlineData("""{"levels":{"9.9":"none"}}""", "$.levels")]
    [InlineData("""{"levels":{"1.1":"expert"}}""", "$.levels['1.1']")]
    [InlineData("""{"digigram":{"points":{"4":16}}}""", "$.digigram.points.4")]
    [InlineData("""{"digigram":{"points":{"6":1}}}""", "$.digigram.points.6")]
    [InlineData("""{"digigram":{"level":"D1"}}""", "$.digigram.level")]
    [InlineData("""{"digigram":{}}""", "$.digigram")]
    [InlineData("""{"levels":{"1.1":"none"},"preferences":{"hours":0}}""", "$.preferences.hours")]
    [InlineData("""{"levels":{"1.1":"none"},"first":["4"]}""", "$.first")]
    [InlineData("""{"levels":{"1.1":"none"},"earlier":{"digigram":{"level":"A1"}}}""", "$.earlier")]
    [InlineData("""{"levels":{"1.1":"none"},"name":"Олена"}""", "$.name")]
    [InlineData("""{"levels":{"1.1":"none"},"framework":"esco"}""", "$.framework")]
    public async Task What_cannot_be_planned_is_refused_with_its_place(string body, string member)
    {
        await using var site = await PathCourses.SiteAsync();

        var (status, problem) = await site.PostAsync("/api/v1/path", body);

        Assert.Equal((400, "/problems/wrong-body", member), (status, (string)problem["type"]!, (string)problem["parameter"]!));
        Assert.DoesNotContain("Олена", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_courses_for_a_gap_are_sought_once_for_each_state_of_the_index()
    {
        var searcher = new SampleSearcher(PathCourses.All, RealParts.Frameworks);
        await using var site = await SampleSite.StartAsync(searcher: searcher, frameworks: RealParts.Frameworks);
        const string body = """{"levels":{"4.2":"none","4.1":"foundation"},"preferences":{"hours":HOURS}}""";
        var (_, wide) = await site.PostAsync("/api/v1/path", body.Replace("HOURS", "100", StringComparison.Ordinal));
        var sought = searcher.Searches;

        var (_, tight) = await site.PostAsync("/api/v1/path", body.Replace("HOURS", "3", StringComparison.Ordinal));
        var again = searcher.Searches;
        searcher.Position = searcher.Position with { Revision = searcher.Position.Revision + 1 };
        await site.PostAsync("/api/v1/path", body.Replace("HOURS", "3", StringComparison.Ordinal));

        Assert.Equal(sought, again);
        Assert.InRange(searcher.Searches, again + 1, int.MaxValue);
        // How much time there is, is nobody else's answer.
        Assert.NotEqual(wide["hours"]!.ToJsonString(), tight["hours"]!.ToJsonString());
    }

    [Fact]
    public async Task Another_reader_with_the_same_gap_and_other_wishes_has_other_courses()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, plain) = await site.PostAsync("/api/v1/path", """{"levels":{"4.2":"none"}}""");
        var (_, tutored) = await site.PostAsync("/api/v1/path", """{"levels":{"4.2":"none"},"preferences":{"tutor":true}}""");

        Assert.NotEqual(First(plain, 0), First(tutored, 0));
    }

    private static List<string> Codes(JsonNode path) => [.. path["gaps"]!.AsArray().Select(gap => (string)gap!["code"]!)];

    private static string First(JsonNode path, int gap) => (string)path["gaps"]![gap]!["courses"]![0]!["course"]!["id"]!;

    private static IEnumerable<string> Why(JsonNode path, int gap) => path["gaps"]![gap]!["courses"]![0]!["why"]!.AsArray().Select(reason => (string)reason!);
}
