using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Courses;

public sealed class CourseLinkTests
{
    private static readonly DateTimeOffset Checked = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(LinkHealth.Ok, "Посилання перевірено 21 листопада 2026\u00a0р.: працює", "by")]
    [InlineData(LinkHealth.Gone, "Посилання перевірено 21 листопада 2026\u00a0р.: не працює з 16 листопада 2026\u00a0р.", "warn")]
    [InlineData(LinkHealth.Moved, "Посилання перевірено 21 листопада 2026\u00a0р.: курс переїхав, кнопка веде на нову адресу", "warn")]
    [InlineData(LinkHealth.Blocked, "Посилання перевірено 21 листопада 2026\u00a0р.: портал не дає перевіряти його автоматично, відкрийте його самі", "by")]
    [InlineData(LinkHealth.Unsure, "Посилання перевірено 21 листопада 2026\u00a0р.: з’ясувати, чи воно працює, не вдалося", "by")]
    public async Task The_page_says_in_words_how_the_link_stands(LinkHealth link, string words, string kind)
    {
        await using var site = await SiteAsync(link, link);

        var (_, page) = await site.PageAsync("/courses/prometheus.DC101");

        Assert.Contains(page.QuerySelectorAll($"article.course > p.{kind}"), line => line.TextContent == words);
        Assert.Equal(
            link == LinkHealth.Moved ? "https://prometheus.example.org/new" : "https://prometheus.example.org/courses/DC101",
            page.QuerySelector("a.go")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_item_tells_the_dates_and_the_new_address()
    {
        await using var site = await SiteAsync(LinkHealth.Moved, LinkHealth.Moved);

        var (_, one) = await site.JsonAsync("/api/v1/courses/prometheus.DC101");
        var (_, many) = await site.JsonAsync("/api/v1/courses?link=moved");

        Assert.Equal(("moved", "https://prometheus.example.org/new"), ((string)one["link"]!, (string)one["linkMoved"]!));
        Assert.Equal(Checked, (DateTimeOffset)one["linkChecked"]!);
        Assert.NotNull(one["linkSince"]);
        Assert.Equal("https://prometheus.example.org/new", (string)many["items"]![0]!["linkMoved"]!);
        Assert.Null(many["items"]![0]!["linkChecked"]);
    }

    [Fact]
    public async Task Dates_of_another_class_than_the_index_knows_are_left_out()
    {
        await using var site = await SiteAsync(LinkHealth.Ok, LinkHealth.Gone);

        var (_, one) = await site.JsonAsync("/api/v1/courses/prometheus.DC101");

        Assert.Equal("ok", (string)one["link"]!);
        Assert.Null(one["linkChecked"]);
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_read_takes_only_the_dates()
    {
        await using var site = await SampleSite.StartAsync(links: (_, _) => throw new IOException("The disk is gone."));

        Assert.Equal(200, (await site.JsonAsync("/api/v1/courses/prometheus.DC101")).Status);
    }

    [Theory]
    [InlineData(LinkHealth.Gone, "Посилання на курс не працює", "warn")]
    [InlineData(LinkHealth.Blocked, "Портал не дає перевірити посилання автоматично", "by")]
    public async Task A_hit_is_marked_where_its_link_may_disappoint(LinkHealth link, string words, string kind)
    {
        await using var site = await SiteAsync(link, link);

        var (_, page) = await site.PageAsync("/?q=медіаграмотність");

        Assert.Contains(page.QuerySelectorAll($"article.hit p.{kind}"), line => line.TextContent == words);
    }

    private static Task<SampleSite> SiteAsync(LinkHealth indexed, LinkHealth known) => SampleSite.StartAsync(
        [SampleCourses.Media with { Link = indexed, LinkMoved = indexed == LinkHealth.Moved ? "https://prometheus.example.org/new" : null }],
        links: (_, _) => Task.FromResult<LinkHistory?>(new LinkHistory { Class = known, CheckedAt = Checked, Since = Checked.AddDays(-1), FirstFailureAt = Checked.AddDays(-5) }));
}
