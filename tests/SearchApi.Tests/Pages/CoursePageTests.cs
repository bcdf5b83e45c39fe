using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class CoursePageTests
{
    [Fact]
    public async Task The_page_says_all_that_is_known()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, page) = await site.PageAsync("/courses/prometheus.DC101");

        Assert.Equal((200, "Медіаграмотність для громадян"), (status, page.QuerySelector("h1")!.TextContent));
        Assert.Equal("https://prometheus.example.org/courses/DC101", page.QuerySelector("a.go")!.GetAttribute("href"));
        var facts = page.QuerySelector("dl.facts")!.TextContent;
        Assert.All(
            ["Prometheus", "Інститут масової інформації", "українська", "англійська", "базовий", "для себе", "безкоштовно", "після реєстрації", "12 годин", "4 тижні", "сертифікат", "без наставника", "Суспільство › Медіа", "фейк, новини", "prometheus.DC101", "20 листопада 2026"],
            fact => Assert.Contains(fact, facts, StringComparison.Ordinal));
        Assert.Equal("фейк", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("section[aria-labelledby=similar] li").Length);
    }

    [Fact]
    public async Task Dates_amounts_and_warnings_are_said_in_words()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/courses/dl-sample.42");

        var facts = page.QuerySelector("dl.facts")!.TextContent;
        Assert.Contains("1 грудня 2026\u00a0р. – 15 січня 2027\u00a0р.", facts, StringComparison.Ordinal);
        Assert.Contains("запис: до 29 листопада 2026\u00a0р.", facts, StringComparison.Ordinal);
        Assert.Contains("навчання безкоштовне, сертифікат платний · 350\u00a0UAH", facts, StringComparison.Ordinal);
        Assert.Contains("так вирішив бібліотекар", page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".warn"));
    }

    [Fact]
    public async Task A_course_in_another_language_says_so_to_screen_readers()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal("en", (await site.PageAsync("/courses/prometheus.PY1")).Page.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Null((await site.PageAsync("/courses/prometheus.PY1?lang=en")).Page.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Search_engines_find_the_course_in_their_words()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/courses/prometheus.DC101");
        var data = JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!;

        Assert.Equal(("https://schema.org", "Course", "Медіаграмотність для громадян"), ((string)data["@context"]!, (string)data["@type"]!, (string)data["name"]!));
        Assert.Equal("Інститут масової інформації", (string)data["provider"]!["name"]!);
        Assert.Equal("1.2", (string)data["teaches"]![0]!["termCode"]!);
        Assert.Equal("PT12H", (string)data["hasCourseInstance"]![0]!["courseWorkload"]!);
        Assert.True((bool)data["isAccessibleForFree"]!);
    }

    [Theory]
    [InlineData("Скільки енергії споживають дата-центри, стримінг і ШІ?", "<p>Скільки енергії споживають дата-центри, стримінг і моделі ШІ? Розглянемо життєвий цикл.</p>", 1)]
    [InlineData("Перший абзац опису.\n\nДругий абзац.", "<p>Перший  абзац <b>опису</b>.</p><p>Другий абзац. І третій.</p>", 1)]
    [InlineData("Зовсім інший короткий опис курсу.", "<p>Докладно: модулі, тести, сертифікат.</p>", 2)]
    public async Task A_summary_that_opens_the_description_is_not_said_twice(string summary, string description, int paragraphs)
    {
        var course = SampleCourses.Media with { Course = SampleCourses.Media.Course with { Summary = summary, Description = description } };
        await using var site = await SampleSite.StartAsync([course]);

        var (_, page) = await site.PageAsync("/courses/prometheus.DC101");

        Assert.Equal(paragraphs == 2, page.QuerySelector(".prose")!.TextContent.Contains(summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_known_public_address_makes_pages_canonical()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { PublicAddress = new("https://courses.example.org") });

        var (_, page) = await site.PageAsync("/courses/prometheus.DC101");

        Assert.Equal("https://courses.example.org/courses/prometheus.DC101", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }
}
