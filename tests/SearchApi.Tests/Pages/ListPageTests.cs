using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class ListPageTests
{
    [Fact]
    public async Task A_course_is_added_from_a_search_and_the_list_goes_along()
    {
        await using var site = await SampleSite.StartAsync();
        var (_, search) = await site.PageAsync("/?q=Python&level=advanced");

        var back = await SubmitAsync(site, search, "form#add", ("id", search.QuerySelector(".hit button[form=add]")!.GetAttribute("value")!));
        var (status, again) = await site.PageAsync(back);
        var (_, course) = await site.PageAsync(again.QuerySelector("a[href^='/courses/prometheus.PY1']")!.GetAttribute("href")!);

        Assert.StartsWith("/?q=Python&level=advanced&list=", back, StringComparison.Ordinal);
        Assert.Equal((200, "Ваш список: 1 курс"), (status, again.QuerySelector(".inhand")!.TextContent));
        Assert.Empty(again.QuerySelectorAll(".hit button[form=add]"));
        Assert.Contains("Цей курс у вашому списку", course.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(again.QuerySelector("form#search input[name=list]")!.GetAttribute("value")!);
        Assert.All(again.QuerySelectorAll("a[href^='/api']"), link => Assert.DoesNotContain("list=", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Equal("noindex", again.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_long_list_in_hand_weighs_no_more_with_every_hit()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.Many(45)]);
        var code = ListCode.Write(new("Довга назва списку", "Для всіх", [new("prometheus.DC101") { Note = new string('п', 200) }]));

        var (_, page) = await site.PageAsync($"/?q={Uri.EscapeDataString("частина")}&list={code}");

        Assert.Equal(20, page.QuerySelectorAll(".hit button[form=add]").Length);
        Assert.Equal(2, page.QuerySelectorAll($"input[name=list][value='{code}']").Length);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Only_a_page_of_this_site_is_gone_back_to(string back)
    {
        await using var site = await SampleSite.SharedAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("id", "prometheus.DC101"), KeyValuePair.Create("list", ""), KeyValuePair.Create("back", back)]);

        using var response = await site.Client.PostAsync(new Uri("/list/add", UriKind.Relative), form);

        Assert.StartsWith("/list?list=", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_notes_and_name_are_changed_by_a_plain_form()
    {
        await using var site = await SampleSite.StartAsync();
        var (_, page) = await site.PageAsync("/list?list=" + ListCode.Write(new("", "", [new("prometheus.DC101"), new("prometheus.PY1"), new("dl-sample.42")])));
        ((IHtmlInputElement)page.QuerySelector("input[name=name]")!).Value = "Мій список";
        ((IHtmlInputElement)page.QuerySelector("input[name='note-1']")!).Value = "Англійською";

        var up = await SubmitAsync(site, page, "form.listing", ("act", "up-1"));
        var (_, moved) = await site.PageAsync(up);
        var outOf = await SubmitAsync(site, moved, "form.listing", ("act", "out-2"));
        var (_, left) = await site.PageAsync(outOf);

        Assert.Equal("Мій список", left.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Programming in Python for everybody", "Медіаграмотність для громадян"], left.QuerySelectorAll(".hit h2").Select(title => title.TextContent));
        Assert.Equal("Англійською", left.QuerySelector("input[name='note-0']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_list_moves_to_the_server_and_its_readers_see_no_form()
    {
        await using var site = await SampleSite.StartAsync();
        var (_, page) = await site.PageAsync("/list?list=" + ListCode.Write(new("Група вівторка", "", [new("prometheus.DC101") { Note = "Перший вечір" }])));

        var secret = await SubmitAsync(site, page, "form.listing", ("act", "keep"));
        var (_, edit) = await site.PageAsync(secret);
        var @public = edit.QuerySelector("section[aria-labelledby=share] a")!.GetAttribute("href")!;
        var (_, read) = await site.PageAsync(@public);
        var (wrong, _) = await site.PageAsync(@public + "/edit?key=guessed");
        var (_, after) = await site.PageAsync(await SubmitAsync(site, edit, "form.listing", ("act", "out-0")));
        await SubmitAsync(site, after, "form.listing", ("act", "remove"));
        var (gone, _) = await site.PageAsync(@public);

        Assert.Equal(("Група вівторка", "Перший вечір", 403, 404), (read.QuerySelector("h1")!.TextContent, read.QuerySelector(".note")!.TextContent, wrong, gone));
        Assert.Empty(read.QuerySelectorAll("main button"));
        Assert.Empty(after.QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task Other_sites_may_frame_the_embedded_list_and_no_other_page()
    {
        await using var site = await SampleSite.SharedAsync();
        var word = ListCode.Write(new("Вибране", "", [new("prometheus.DC101")]));

        using var embedded = await site.GetAsync($"/list/embed?list={word}");
        using var page = await site.GetAsync($"/list?list={word}");

        Assert.Contains("frame-ancestors *", embedded.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await new HtmlParser().ParseDocumentAsync(await embedded.Content.ReadAsStringAsync());
        Assert.Equal("_blank", html.QuerySelector("ol a")!.GetAttribute("target"));
        Assert.Empty(html.QuerySelectorAll("form"));
    }

    /// <summary>Sends a form as a browser without scripts does; where it leads to.</summary>
    private static async Task<string> SubmitAsync(SampleSite site, IHtmlDocument page, string selector, (string Name, string Value) pressed)
    {
        var form = (IHtmlFormElement)page.QuerySelector(selector)!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(text => KeyValuePair.Create(text.Name!, text.Value)));
        using var body = new FormUrlEncodedContent(fields.Append(KeyValuePair.Create(pressed.Name, pressed.Value)));
        using var response = await site.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), body);
        Assert.Equal(302, (int)response.StatusCode);
        return response.Headers.Location!.ToString();
    }
}
