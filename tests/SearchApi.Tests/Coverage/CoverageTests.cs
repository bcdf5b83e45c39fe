using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Coverage;

public sealed class CoverageTests
{
    [Fact]
    public async Task A_competence_is_counted_by_level_language_purpose_and_price()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        var (status, map) = await real.Site.JsonAsync("/api/v1/coverage?lang=en");

        var media = Row(map, "1.2");
        Assert.Equal((200, 4, "digcomp-2.2"), (status, (int)map["total"]!, (string)map["framework"]!));
        Assert.Equal("""{"count":1,"languages":{"uk":1}}""", media["levels"]!["foundation"]!.ToJsonString());
        Assert.Equal("""{"basic":1,"professional":0,"personal":1,"unknown":0}""", media["contexts"]!.ToJsonString());
        Assert.Equal("""{"free":1}""", media["prices"]!.ToJsonString());
        Assert.Equal(1.0, (double)media["freshness"]!["seenLately"]!);
        Assert.NotNull(media["freshness"]!["newestChange"]);
        Assert.Equal(["uk", "en"], map["languages"]!.AsArray().Select(language => (string)language!));
        Assert.True((long)map["position"]!["revision"]! > 0);
    }

    [Fact]
    public async Task Every_count_is_what_a_search_finds()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        foreach (var framework in new[] { "digcomp-2.2", "digcomp-ua" })
        {
            var (_, map) = await real.Site.JsonAsync($"/api/v1/coverage?framework={framework}&state=active&state=missing");
            foreach (var row in map["areas"]!.AsArray().SelectMany(area => area!["competences"]!.AsArray()).Where(row => (int)row!["count"]! > 0))
            {
                var start = $"/api/v1/courses?framework={framework}&competence={(string)row!["code"]!}";
                Assert.Equal((int)row["count"]!, await TotalAsync(start));
                foreach (var (level, cell) in row["levels"]!.AsObject().Where(level => level.Key != "unknown"))
                {
                    Assert.Equal((int)cell!["count"]!, await TotalAsync($"{start}&level={level}"));
                    foreach (var (language, count) in cell["languages"]!.AsObject())
                        Assert.Equal((int)count!, await TotalAsync($"{start}&level={level}&language={language}"));
                }
            }
        }

        async Task<int> TotalAsync(string address) => (int)(await real.Site.JsonAsync(address)).Body["total"]!;
    }

    [Fact]
    public async Task Gaps_are_named_worst_first_and_one_that_a_filter_makes_is_none()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, all) = await site.JsonAsync("/api/v1/coverage?lang=en");
        var (_, english) = await site.JsonAsync("/api/v1/coverage?language=en&lang=en");

        Assert.Equal(["no-course", "none-in-ukrainian", "none-free", "none-for-beginners"], all["gaps"]!.AsArray().Select(gap => (string)gap!["kind"]!).Except(["none-seen-lately"]));
        Assert.Contains("5.4", Codes(all, "no-course"));
        Assert.Equal(["3.4"], Codes(all, "none-in-ukrainian"));
        Assert.Equal(["3.4"], Codes(all, "none-free"));
        Assert.Equal(["3.4", "4.1", "4.2"], Codes(all, "none-for-beginners"));
        Assert.Equal("None in Ukrainian", (string)all["gaps"]![1]!["label"]!);
        Assert.DoesNotContain("none-in-ukrainian", english["gaps"]!.AsArray().Select(gap => (string)gap!["kind"]!));
        Assert.Contains("1.2", Codes(english, "no-course"));
    }

    [Theory]
    [InlineData("competence=1.2", "unknown-parameter")]
    [InlineData("level=basic", "wrong-value")]
    [InlineData("framework=digcomp-9", "wrong-value")]
    [InlineData("language=Українська", "wrong-value")]
    public async Task What_cannot_be_counted_is_refused(string query, string problem)
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, body) = await site.JsonAsync("/api/v1/coverage?" + query);

        Assert.Equal((400, $"/problems/{problem}"), (status, (string)body["type"]!));
    }

    [Fact]
    public async Task The_page_is_a_table_of_numbers_that_lead_to_their_courses()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);

        var (status, page) = await real.Site.PageAsync("/coverage?language=uk&price=free&price=free-to-study");

        Assert.Equal(200, status);
        var row = page.QuerySelectorAll(".heat tbody tr").First(row => row.QuerySelector("th b")?.TextContent == "1.2");
        var cell = row.QuerySelector("td.shade-1 a")!;
        Assert.Equal("1", cell.TextContent);
        var (found, hits) = await real.Site.PageAsync(cell.GetAttribute("href")!);
        Assert.Equal((200, 1), (found, hits.QuerySelectorAll("article.hit").Length));
        Assert.Contains("level=foundation", cell.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".heat td"), number => Assert.Matches(@"^\d", number.TextContent.Trim()));
        Assert.Equal(2 * 21, page.QuerySelectorAll(".heat tbody tr:not(.band)").Length);
    }

    private static JsonNode Row(JsonNode map, string code) => map["areas"]!.AsArray().SelectMany(area => area!["competences"]!.AsArray()).Single(row => (string)row!["code"]! == code)!;

    private static IEnumerable<string> Codes(JsonNode map, string kind) =>
        map["gaps"]!.AsArray().Single(gap => (string)gap!["kind"]! == kind)!["competences"]!.AsArray().Select(code => (string)code!);
}
