using System.Collections.Concurrent;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DcCourseIndex.SearchApi.Tests.Paths;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class PathPageTests
{
    [Fact]
    public async Task Answers_become_a_path_that_no_cache_and_no_portal_learns_of()
    {
        await using var site = await PathCourses.SiteAsync();

        var (response, page) = await PostAsync(site, ("kind", "check"), ("s4.2", "n"), ("s4.1", "f"), ("free", "yes"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(["4.2", "4.1"], page.QuerySelectorAll(".steps h2 b").Select(code => code.TextContent));
        Assert.Equal("/courses/aa.fraud", page.QuerySelector(".steps li li a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull(page.QuerySelector("form[action='/places'] input[name=mentor][value=yes]"));
    }

    [Fact]
    public async Task The_check_taken_again_shows_the_difference_and_only_the_form_carried_it()
    {
        await using var site = await PathCourses.SiteAsync();
        var (_, first) = await PostAsync(site, ("kind", "check"), ("s4.2", "n"), ("s1.1", "f"));
        var before = first.QuerySelector("input[name=before]")!.GetAttribute("value")!;

        var (_, asked) = await PostAsync(site, ("kind", "again"), ("before", before));
        var carried = asked.QuerySelector("form input[name=before]")!.GetAttribute("value")!;
        var (_, second) = await PostAsync(site, ("kind", "check"), ("before", carried), ("s4.2", "i"), ("s1.1", "f"));

        Assert.Equal("11f.42n", carried);
        var change = Assert.Single(second.QuerySelectorAll("section[aria-labelledby=progress] li"));
        Assert.Contains("4.2", change.TextContent, StringComparison.Ordinal);
        Assert.Contains("ще ні → середній", change.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_area_can_be_asked_about_alone_in_all_its_competences_and_once_more()
    {
        await using var site = await PathCourses.SiteAsync();

        var (_, asked) = await site.PageAsync("/path?area=2");
        var (refused, _) = await site.PageAsync("/path?area=9");
        var (_, path) = await PostAsync(site, ("kind", "check"), ("area", "2"), ("s2.2", "n"), ("s2.5", "f"));
        var (_, again) = await PostAsync(site, ("kind", "again"), ("area", path.QuerySelector("input[name=area]")!.GetAttribute("value")!), ("before", path.QuerySelector("input[name=before]")!.GetAttribute("value")!));

        foreach (var page in new[] { asked, again })
            Assert.Equal(["s2.1", "s2.2", "s2.3", "s2.4", "s2.5", "s2.6"], page.QuerySelectorAll("input[type=radio]").Select(choice => choice.GetAttribute("name")).Distinct());
        Assert.Equal(["2.2", "2.5"], path.QuerySelectorAll(".steps h2 b").Select(code => code.TextContent));
        Assert.Equal(("/path?area=2", 400), (asked.QuerySelector(".tabs a[aria-current]")!.GetAttribute("href"), refused));
        Assert.Null(asked.QuerySelector("select[name=first]"));
    }

    [Fact]
    public async Task A_shared_address_holds_levels_and_nothing_else()
    {
        await using var site = await PathCourses.SiteAsync();
        var (_, page) = await PostAsync(site, ("kind", "digigram"), ("p4", "5"), ("p1", "9"), ("hours", "40"), ("free", "yes"));

        var address = page.QuerySelector("a[href^='/path/shared']")!.GetAttribute("href")!;
        var (status, shared) = await site.PageAsync(address);

        Assert.Equal("/path/shared?levels=1B2.4A2", address);
        Assert.Equal((200, 2), (status, shared.QuerySelectorAll(".steps h2").Length));
        Assert.DoesNotContain("балів", shared.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=check", "Дайте відповідь")]
    [InlineData("kind=digigram&p4=16", "від 0 до 15")]
    [InlineData("kind=digigram&p4=багато", "від 0 до 15")]
    [InlineData("kind=check&s4.2=n&hours=0", "від 1 до 1000")]
    [InlineData("kind=check&s4.2=n&first=1", "іншу сферу")]
    public async Task A_slip_costs_nobody_the_other_answers(string fields, string said)
    {
        await using var site = await PathCourses.SiteAsync();
        var pairs = fields.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).Append(("tutor", "yes")).ToArray();

        var (response, page) = await PostAsync(site, pairs);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name=tutor]")!).IsChecked);
        if (fields.Contains("s4.2", StringComparison.Ordinal))
            Assert.True(((IHtmlInputElement)page.QuerySelector("input[name='s4.2'][value=n]")!).IsChecked);
    }

    [Fact]
    public async Task No_log_learns_an_answer()
    {
        await using var site = await PathCourses.SiteAsync();
        using var log = new KeptLog();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        await PostAsync(site, ("kind", "digigram"), ("p4", "7"), ("level", "B1"), ("language", "en"));
        await site.PostAsync("/api/v1/path", """{"digigram":{"points":{"4":7}},"preferences":{"hours":77}}""");

        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.DoesNotMatch("p4|B1|points|hours|77", line));
    }

    [Fact]
    public async Task A_group_sheet_has_a_row_for_everybody_and_no_name()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, sheet) = await site.PageAsync("/path/sheet?people=7");
        var (refused, _) = await site.PageAsync("/path/sheet?people=500");

        Assert.Equal((200, 7, 17), (status, sheet.QuerySelectorAll(".sheet tbody tr").Length, sheet.QuerySelectorAll(".statements li").Length));
        Assert.Equal(400, refused);
    }

    [Fact]
    public async Task A_body_that_is_no_form_or_too_large_is_answered_with_the_questions()
    {
        await using var site = await PathCourses.SiteAsync();
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var large = new FormUrlEncodedContent([KeyValuePair.Create("kind", new string('x', 20_000))]);

        foreach (var body in new HttpContent[] { json, large })
        {
            using var response = await site.Client.PostAsync(new Uri("/path", UriKind.Relative), body);
            Assert.Equal(400, (int)response.StatusCode);
            Assert.Contains("s4.2", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task<(HttpResponseMessage Response, IHtmlDocument Page)> PostAsync(SampleSite site, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var response = await site.Client.PostAsync(new Uri("/path", UriKind.Relative), form);
        return (response, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Keeps every line that anything logs.</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
