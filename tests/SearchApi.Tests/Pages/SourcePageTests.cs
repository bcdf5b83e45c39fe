using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sources;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class SourcePageTests
{
    [Fact]
    public async Task The_page_of_a_source_says_how_it_is_and_what_its_owner_allows()
    {
        await using var run = await RunSite.StartAsync();

        var (status, page) = await run.Site.PageAsync("/sources/portal");

        Assert.Equal((200, "Вигаданий портал"), (status, page.QuerySelector("h1")!.TextContent));
        Assert.Contains("збір понад добу чекає на перевірку", page.QuerySelector(".alarms .warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("en", page.QuerySelector(".alarms p:not(.warn)")!.GetAttribute("lang"));
        var about = page.QuerySelector("dl.facts")!.TextContent;
        Assert.All(["власник дозволив, 1 жовтня 2026", "опис – лише уривок; зображень не передаємо", "20 2 * * *", "portal.example"], words => Assert.Contains(words, about, StringComparison.Ordinal));
        Assert.Equal("https://portal.example/letter", page.QuerySelector("dl.facts a[href*=letter]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_last_runs_stand_in_a_table_and_in_a_line_without_a_script()
    {
        await using var run = await RunSite.StartAsync();

        var (_, page) = await run.Site.PageAsync("/sources/portal");

        Assert.Equal(["/sources/portal/runs/3", "/sources/portal/runs/2", "/sources/portal/runs/1"], page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Equal((3, 1), (page.QuerySelectorAll("svg.spark circle").Length, page.QuerySelectorAll("svg.spark circle.bad").Length));
        Assert.Equal(["100%", "25%"], page.QuerySelectorAll("dl.filled dd").Select(share => share.TextContent.Trim()));
    }

    [Fact]
    public async Task Every_cell_of_a_card_has_its_label()
    {
        await using var run = await RunSite.StartAsync();

        foreach (var address in new[] { "/sources", "/sources/portal" })
        {
            var (_, page) = await run.Site.PageAsync(address);
            var columns = page.QuerySelectorAll("table.cards thead th").Skip(1).Select(column => column.TextContent).ToList();
            Assert.NotEmpty(columns);
            Assert.All(page.QuerySelectorAll("table.cards tbody tr"), row => Assert.Equal(columns, row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-label"))));
        }
    }

    [Fact]
    public async Task The_report_shows_reasons_and_never_markup_from_outside()
    {
        await using var run = await RunSite.StartAsync();

        var (_, page) = await run.Site.PageAsync("/sources/portal/runs/1");
        var (_, held) = await run.Site.PageAsync("/sources/portal/runs/3");

        Assert.Contains("2 ×", page.QuerySelector(".reason")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://portal.example/x1", page.QuerySelector(".examples a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("<b>Look</b>", held.QuerySelector(".warn + p")!.TextContent, StringComparison.Ordinal);
        Assert.All(["4 (40%)", "2\u00a0КБ", "0:01:30"], words => Assert.Contains(words.Replace('\u00a0', ' '), page.QuerySelector("dl.facts")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_speak_English_too()
    {
        await using var run = await RunSite.StartAsync();

        foreach (var address in new[] { "/sources/portal/runs/1?lang=en", "/sources/portal/runs/3?lang=en" })
        {
            var (_, page) = await run.Site.PageAsync(address);
            page.QuerySelector(".tongues")!.Remove();
            Assert.DoesNotMatch(@"\p{IsCyrillic}", page.QuerySelector("main")!.TextContent.Replace("Вигаданий портал", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_silence_of_the_harvest_is_said_until_it_beats_again()
    {
        await using var run = await RunSite.StartAsync();

        Assert.Contains("ще жодного разу", (await run.Site.PageAsync("/sources")).Page.QuerySelector(".lead + .warn")!.TextContent, StringComparison.Ordinal);
        await new WatchMarks(run.Store, TimeProvider.System).BeatAsync(WatchMarks.Crawl, default);

        Assert.Null((await run.Site.PageAsync("/sources")).Page.QuerySelector(".lead + .warn"));
        Assert.True((bool)(await run.Site.JsonAsync("/api/v1/sources")).Body["harvest"]!["alive"]!);
    }

    [Theory]
    [InlineData("/sources/nobody", "Такого джерела немає")]
    [InlineData("/sources/portal/runs/99", "немає такого збору")]
    public async Task What_is_not_there_is_said_in_words(string address, string words)
    {
        await using var run = await RunSite.StartAsync();

        var (status, page) = await run.Site.PageAsync(address);

        Assert.Equal(404, status);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
