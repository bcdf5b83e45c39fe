using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class StartPageTests
{
    [Fact]
    public async Task Whoever_does_not_search_sees_areas_in_plain_words_with_a_count_and_an_example()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/");

        var areas = page.QuerySelectorAll(".tiles li");
        Assert.Equal(["/?area=1", "/?area=2", "/?area=3", "/?area=4", "/?area=5"], areas.Select(area => area.QuerySelector("a")!.GetAttribute("href")));
        Assert.Contains("1 курс", areas[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("відрізняти правду від вигадки", areas[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/courses/prometheus.DC101", areas[0].QuerySelector(".by a")!.GetAttribute("href"));
        Assert.Equal("/path", page.QuerySelector(".ways a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_newest_courses_stand_there_once_and_lead_to_all_of_them()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.Many(45)]);

        var (_, page) = await site.PageAsync("/");

        var titles = page.QuerySelectorAll(".hit h3 a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(5, titles.Distinct().Count());
        Assert.Equal(("Нові курси", "/?sort=newest"), (page.QuerySelector("#found")!.TextContent, page.QuerySelector("#all a")!.GetAttribute("href")));
        Assert.Null(page.QuerySelector(".pager"));
        Assert.All(titles, title => Assert.Single(page.QuerySelectorAll($"main a[href='{title}']"), link => link.Closest(".tiles") is null));
    }

    [Theory]
    [InlineData("/?q=Python")]
    [InlineData("/?level=foundation")]
    [InlineData("/?sort=newest")]
    public async Task Whoever_has_asked_sees_the_answer_first(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Empty((await site.PageAsync(address)).Page.QuerySelectorAll(".tiles"));
    }

    [Fact]
    public async Task Another_framework_has_its_own_areas_and_no_words_that_are_not_about_them()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/?framework=digcomp-ua");

        Assert.NotEmpty(page.QuerySelectorAll(".tiles li"));
        Assert.DoesNotContain("відрізняти правду", page.QuerySelector(".tiles")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_leads_on_to_the_next_level_can_be_cited_and_shows_its_code()
    {
        var further = SampleCourses.Media with { Course = SampleCourses.Media.Course with { Id = "prometheus.DC102", SourceId = "DC102", Title = "Перевірка фактів", Level = Level.Intermediate } };
        await using var site = await SampleSite.StartAsync([SampleCourses.Media, further, SampleCourses.Devices]);

        var (_, page) = await site.PageAsync("/courses/prometheus.DC101");
        var (_, last) = await site.PageAsync("/courses/prometheus.DC102");

        Assert.Equal("Перевірка фактів", page.QuerySelector("section[aria-labelledby=next] a")!.TextContent);
        Assert.Null(last.QuerySelector("section[aria-labelledby=next]"));
        Assert.Matches(@"^Медіаграмотність для громадян : онлайн-курс / Інститут масової інформації, Prometheus\. URL: https://prometheus\.example\.org/courses/DC101 \(дата звернення: \d\d\.\d\d\.\d{4}\)\.$", page.QuerySelector(".cite")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".filters svg.qr"));
    }

    [Fact]
    public async Task A_competence_says_in_plain_words_what_it_is_and_shows_a_course()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/competences");

        Assert.Contains(page.QuerySelectorAll(".area li p.by a"), link => link.GetAttribute("href") == "/courses/prometheus.DC101");
    }
}
