using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class AccessibilityTests
{
    /// <summary>A list with a course that is there, one whose link is gone and one that is no longer there.</summary>
    private static readonly string ListOf = "/list?list=" + ListCode.Write(new("Для початку", "Про все потроху", [new("prometheus.DC101") { Note = "Почніть звідси" }, new("prometheus.PY1"), new(SampleCatalogue.Retired) { Primary = "1.2" }]));

    public static TheoryData<string> Addresses =>
    [
        "/", "/?lang=en", "/?q=Python&level=foundation", "/?level=advanced&price=paid&sort=title", "/?cursor=after-1", "/courses/prometheus.DC101",
        "/courses/prometheus.PY1?lang=en", "/competences", "/competences?framework=digcomp-ua&lang=en", "/sources", "/sources?lang=en", "/sources/prometheus", "/sources/prometheus?lang=en", "/sources/nobody", "/nothing", "/?level=basic", "/places", "/places?lang=en", "/help", "/help?lang=en",
        "/coverage", "/coverage?framework=digcomp-ua&language=uk&price=free&lang=en", "/coverage?level=basic",
        "/path", "/path?lang=en", "/path/shared?levels=11n.42f", "/path/shared?levels=42f&lang=en", "/path/shared?levels=nonsense", "/path/sheet", "/path/sheet?people=3&lang=en", "/list", "/list?lang=en", ListOf, ListOf + "&lang=en", "/?q=Python&" + ListOf[6..], "/lists/nobodys", "/api", "/api?lang=en",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_box_has_a_label_and_every_id_is_one(string address)
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, page) = await site.PageAsync(address);

        foreach (var input in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(input.Closest("label") is not null || page.QuerySelector($"label[for='{input.Id}']") is not null, input.OuterHtml);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var reference in new[] { "aria-labelledby", "aria-describedby" })
            Assert.All(page.QuerySelectorAll($"[{reference}]"), element => Assert.Contains(element.GetAttribute(reference), ids));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Headings_go_down_one_step_at_a_time_from_one_first(string address)
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, page) = await site.PageAsync(address);

        var ranks = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, ranks[0]);
        Assert.Single(ranks, 1);
        Assert.All(ranks.Zip(ranks.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1, $"h{pair.First} is followed by h{pair.Second}."));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_page_says_its_language_and_can_be_walked_by_landmarks(string address)
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, page) = await site.PageAsync(address);

        Assert.Equal(address.Contains("lang=en", StringComparison.Ordinal) ? "en" : "uk", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#main", page.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.NotEmpty(nav.GetAttribute("aria-label")!));
        Assert.All(page.QuerySelectorAll("a, button, summary"), element => Assert.NotEmpty((element.GetAttribute("aria-label") ?? element.TextContent).Trim()));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task There_is_no_script_but_our_own_no_style_and_nothing_from_outside(string address)
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, page) = await site.PageAsync(address);

        Assert.All(page.QuerySelectorAll("script:not([type='application/ld+json'])"), script =>
        {
            Assert.StartsWith("/assets/site.js?v=", script.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Empty(script.TextContent);
        });
        Assert.Empty(page.QuerySelectorAll("style, [style], iframe, img"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet], [src]"), element => Assert.StartsWith("/", element.GetAttribute("href") ?? element.GetAttribute("src")!, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_other_language_is_one_link_away(string address)
    {
        await using var site = await SampleSite.SharedAsync();
        var (status, page) = await site.PageAsync(address);
        var link = page.QuerySelector(".tongues a")!;

        var (there, other) = await site.PageAsync(link.GetAttribute("href")!);

        Assert.Equal((status, link.GetAttribute("lang")), (there, other.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public async Task English_pages_have_no_Ukrainian_texts_of_their_own()
    {
        await using var site = await SampleSite.StartAsync([SampleCourses.English]);

        foreach (var address in new[] { "/?lang=en", "/?q=none&lang=en", "/courses/prometheus.PY1?lang=en", "/competences?lang=en", "/sources?lang=en", "/nothing?lang=en", "/coverage?lang=en", "/path?lang=en", "/path/sheet?lang=en", "/path/shared?levels=34f&lang=en", "/list?lang=en" })
        {
            var (_, page) = await site.PageAsync(address);
            page.QuerySelector(".tongues")!.Remove();
            Assert.DoesNotMatch(@"\p{IsCyrillic}", page.DocumentElement.OuterHtml);
        }
    }
}
