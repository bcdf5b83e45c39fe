using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class SearchPageTests
{
    [Fact]
    public async Task The_page_shows_hits_with_what_a_librarian_asks_for()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, page) = await site.PageAsync("/?q=%D0%B3%D1%80%D0%BE%D0%BC%D0%B0%D0%B4%D1%8F%D0%BD");

        Assert.Equal((200, "Знайдено 1 курс"), (status, page.QuerySelector("#found")!.TextContent));
        var hit = page.QuerySelector("article.hit")!;
        Assert.Equal("/courses/prometheus.DC101", hit.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal("громадян", hit.QuerySelector("h3 mark")!.TextContent);
        Assert.Contains("Prometheus", hit.QuerySelector(".by")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["рівень: базовий", "мова: українська", "безкоштовно", "сертифікат", "12 годин"], hit.QuerySelectorAll("ul.facts li").Select(fact => fact.TextContent));
        Assert.Equal("1.2 Оцінювання даних, інформації та цифрового…", hit.QuerySelector(".badges a")!.TextContent);
        Assert.Contains("у полі «опис»: «фейк»", hit.QuerySelector("details.why")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_addresses_are_the_search()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.StartsWith("У каталозі 4 курси. ", (await site.PageAsync("/search")).Page.QuerySelector("#all")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("4 courses in the catalogue. ", (await site.PageAsync("/?lang=en")).Page.QuerySelector("#all")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_that_was_not_seen_lately_says_since_when()
    {
        await using var site = await SampleSite.StartAsync([SampleCourses.Devices]);

        var (_, page) = await site.PageAsync("/");

        Assert.Equal("Не бачили на порталі з 20 листопада 2026\u00a0р.", page.QuerySelector(".warn")!.TextContent);
    }

    [Fact]
    public async Task Boxes_carry_counts_and_stay_ticked_even_without_courses()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/?level=foundation&level=highly-specialised");

        var boxes = page.QuerySelectorAll("input[name=level]");
        Assert.Equal(["foundation", "intermediate", "advanced", "highly-specialised"], boxes.Select(box => box.GetAttribute("value")));
        Assert.Equal([true, false, false, true], boxes.Select(box => box.HasAttribute("checked")));
        Assert.Equal("0", boxes[3].ParentElement!.QuerySelector("small")!.TextContent);
        Assert.All(boxes, box => Assert.Equal("search", box.GetAttribute("form")));
    }

    [Fact]
    public async Task A_chosen_condition_can_be_removed()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/?q=a&level=foundation&price=free&lang=en");

        Assert.Equal(
            ["/?q=a&price=free&lang=en", "/?q=a&level=foundation&lang=en", "/?q=a&lang=en"],
            page.QuerySelectorAll(".chosen a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Remove the condition “Level: foundation”", page.QuerySelector(".chosen a")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_pager_leads_on_and_back_to_the_start()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.Many(45)]);

        var (_, first) = await site.PageAsync("/?q=&sort=newest");
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var (_, second) = await site.PageAsync(next);

        Assert.Equal("/?sort=newest&cursor=after-20", next);
        Assert.Null(first.QuerySelector(".pager a[rel=first]"));
        Assert.Equal("/?sort=newest", second.QuerySelector(".pager a[rel=first]")!.GetAttribute("href"));
        Assert.Equal("Таблиці та дані, частина 21", second.QuerySelector("h3")!.TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_found_says_what_to_drop_and_where_to_browse()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, page) = await site.PageAsync("/?q=Python&level=foundation");

        Assert.Equal((200, "Нічого не знайдено"), (status, page.QuerySelector("#found")!.TextContent));
        var links = page.QuerySelectorAll(".empty a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/?level=foundation", links);
        Assert.Contains("/?q=Python", links);
        Assert.Contains("/?area=4", links);
        Assert.Contains("– 1 курс", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_that_many_of_the_found_courses_share_lead_on_to_all_of_theirs()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, found) = await site.PageAsync("/?q=%D0%B3%D1%80%D0%BE%D0%BC%D0%B0%D0%B4%D1%8F%D0%BD");
        var (_, narrowed) = await site.PageAsync("/?q=%D0%B3%D1%80%D0%BE%D0%BC%D0%B0%D0%B4%D1%8F%D0%BD&area=1");
        var (_, browsed) = await site.PageAsync("/?area=1");

        Assert.Equal(["/?area=1", "/?competence=1.1", "/?competence=1.2"], found.QuerySelectorAll(".related a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/?competence=1.1", "/?competence=1.2"], narrowed.QuerySelectorAll(".related a").Select(link => link.GetAttribute("href")));
        Assert.Empty(browsed.QuerySelectorAll(".related"));
        Assert.Equal("/path?area=1", browsed.QuerySelector(".results > .by a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("typo", true, "Шукали «медиа». Показано результати для «медіа».")]
    [InlineData("any-word", true, "Курсів з усіма словами «медиа» немає. Показано ті, де є хоча б одне слово.")]
    [InlineData("typo", false, "Можливо, ви шукали медіа?")]
    public async Task A_suggestion_is_said_in_words(string reason, bool applied, string said)
    {
        await using var site = await SampleSite.StartAsync(searcher: new(SampleCourses.All, SampleFrameworks.All) { Correction = new("медіа", applied, reason) });

        var (_, page) = await site.PageAsync($"/?q={Uri.EscapeDataString("медиа")}");

        Assert.Equal(said, string.Join(' ', page.QuerySelector(".notice")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Tags_of_social_networks_do_not_stand_in_the_way()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, page) = await site.PageAsync("/?q=a&utm_source=fb&fbclid=123");

        Assert.Equal(200, status);
        Assert.DoesNotContain("fbclid", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invented_data_say_so_on_every_page()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { Demo = true });

        foreach (var address in new[] { "/", "/courses/prometheus.DC101", "/competences", "/sources", "/nothing" })
            Assert.Contains("Демонстраційні, вигадані дані", (await site.PageAsync(address)).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Demonstration, invented data", (await site.PageAsync("/?lang=en")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_data_do_not()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Null((await site.PageAsync("/")).Page.QuerySelector(".demo"));
    }
}
