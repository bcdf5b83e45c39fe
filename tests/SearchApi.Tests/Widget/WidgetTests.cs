using System.Net;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Widget;

public sealed class WidgetTests
{
    [Fact]
    public async Task It_alone_may_be_framed_and_loads_nothing_from_elsewhere()
    {
        await using var site = await SampleSite.SharedAsync();

        using var widget = await site.GetAsync("/widget?q=Python");
        using var page = await site.GetAsync("/");

        Assert.Contains("frame-ancestors *", Policy(widget), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Policy(widget), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(widget), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(page), StringComparison.Ordinal);
        Assert.False(widget.Headers.Contains("Set-Cookie"));
        var (_, shown) = await site.PageAsync("/widget?q=Python");
        Assert.All(shown.QuerySelectorAll("[src], link[href]"), element => Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/widget?lang=en&q=Python", "en", "Programming in Python for everybody")]
    [InlineData("/widget?level=foundation", "uk", "Медіаграмотність для громадян")]
    public async Task It_shows_the_courses_of_a_search_in_the_asked_language(string address, string lang, string title)
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, page) = await site.PageAsync(address);

        Assert.Equal((200, lang), (status, page.DocumentElement.GetAttribute("lang")));
        var link = Assert.Single(page.QuerySelectorAll(".hit a"));
        Assert.StartsWith(title, link.TextContent, StringComparison.Ordinal);
        Assert.Equal(("_blank", "noopener"), (link.GetAttribute("target"), link.GetAttribute("rel")));
        Assert.Null(page.QuerySelector("form"));
    }

    [Fact]
    public async Task As_a_search_it_has_a_form_that_keeps_what_the_site_chose()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/widget?view=search&lang=en&theme=dark&price=free&q=x");

        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.NotNull(page.QuerySelector("form[role=search] label[for=q]"));
        Assert.Equal(["lang=en", "price=free", "theme=dark", "view=search"], page.QuerySelectorAll("input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}").Order(StringComparer.Ordinal));
        Assert.NotNull(page.QuerySelector(".notice"));
    }

    [Fact]
    public async Task A_longer_list_leads_to_the_whole_search()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/widget?limit=2&theme=light&view=list");

        Assert.Equal(2, page.QuerySelectorAll(".hit").Length);
        Assert.Equal("/", page.QuerySelector("main > p > a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/widget?theme=pink")]
    [InlineData("/widget?limit=21")]
    [InlineData("/widget?cursor=a")]
    public async Task What_it_does_not_know_is_refused(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(400, (await site.PageAsync(address)).Status);
    }

    [Fact]
    public async Task The_script_may_be_loaded_by_any_page_and_names_only_parameters_that_there_are()
    {
        await using var site = await SampleSite.SharedAsync();

        using var answer = await site.GetAsync("/widget.js");

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        var script = await answer.Content.ReadAsStringAsync();
        var taken = script[(script.IndexOf("taken = [", StringComparison.Ordinal) + 9)..script.IndexOf("];", StringComparison.Ordinal)].Split(',').Select(name => name.Trim(' ', '\''));
        foreach (var name in taken)
        {
            using var asked = await site.GetAsync($"/widget?{name}=");
            Assert.DoesNotContain("якого пошук не знає", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
}
