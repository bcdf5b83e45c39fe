using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class InjectionTests
{
    private const string Script = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

    [Theory]
    [InlineData("title")]
    [InlineData("summary")]
    [InlineData("description")]
    [InlineData("provider")]
    [InlineData("publisher")]
    [InlineData("author")]
    [InlineData("keyword")]
    [InlineData("subject")]
    [InlineData("licence")]
    [InlineData("tutorNote")]
    [InlineData("duration")]
    [InlineData("language")]
    [InlineData("evidence")]
    [InlineData("url")]
    [InlineData("scriptUrl")]
    [InlineData("currency")]
    public async Task A_course_cannot_put_a_script_on_a_page(string field)
    {
        await using var site = await SampleSite.StartAsync([Poisoned(field)]);

        foreach (var address in new[] { "/", "/?q=alert", $"/?q={Uri.EscapeDataString("<script>")}", "/?lang=en", "/courses/bad.1", "/courses/bad.1?lang=en" })
            await CleanAsync(site, address);
    }

    [Theory]
    [InlineData("/?q=")]
    [InlineData("/?cursor=")]
    [InlineData("/?lang=")]
    [InlineData("/?level=")]
    [InlineData("/?provider=")]
    [InlineData("/?framework=")]
    [InlineData("/?q=a&")]
    [InlineData("/courses/")]
    [InlineData("/competences?framework=")]
    [InlineData("/sources?lang=")]
    [InlineData("/nothing/")]
    [InlineData("/search?sort=")]
    public async Task An_address_cannot_put_a_script_on_a_page(string start)
    {
        await using var site = await SampleSite.SharedAsync();

        await CleanAsync(site, start + Uri.EscapeDataString(Script));
        await CleanAsync(site, start + Uri.EscapeDataString("javascript:alert(1)"));
    }

    [Theory]
    [InlineData("Accept-Language")]
    [InlineData("User-Agent")]
    [InlineData("Referer")]
    [InlineData("X-Forwarded-Host")]
    public async Task A_header_cannot_put_a_script_on_a_page(string header)
    {
        await using var site = await SampleSite.StartAsync();
        site.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, Script);

        await CleanAsync(site, "/");
        await CleanAsync(site, "/courses/prometheus.DC101");
    }

    [Fact]
    public async Task A_suggestion_cannot_put_a_script_on_a_page()
    {
        await using var site = await SampleSite.StartAsync(searcher: new(SampleCourses.All, SampleFrameworks.All) { Correction = new(Script, false, "typo") });

        await CleanAsync(site, "/?q=a");
    }

    [Fact]
    public async Task Problems_answer_as_json_that_no_browser_takes_for_a_page()
    {
        await using var site = await SampleSite.SharedAsync();

        using var response = await site.GetAsync($"/api/v1/courses?{Uri.EscapeDataString(Script)}=1");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task CleanAsync(SampleSite site, string address)
    {
        var (_, page) = await site.PageAsync(address);
        // The page's own script has an address and no words.
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.GetAttribute("type") != "application/ld+json"
            && (script.TextContent.Length > 0 || script.GetAttribute("src")?.StartsWith("/assets/site.js?v=", StringComparison.Ordinal) != true));
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, svg:not(.qr), style, base, form:not(#search):not(#add[action^='/list/add'])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name is "href" or "src" or "action" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
    }

    private static CatalogCourse Poisoned(string field)
    {
        string Poison(string name, string otherwise) => field == name ? Script : otherwise;
        return SampleCourses.Known(
            new()
            {
                Id = "bad.1",
                Source = "bad",
                SourceId = "1",
                Title = Poison("title", "alert"),
                Summary = Poison("summary", "alert"),
                Description = field == "description" ? $"<p onclick=\"alert(1)\">a<script>alert(1)</script><a href=\"javascript:alert(1)\">b</a>{Script}</p>" : "",
                Url = field switch { "url" => "https://a.example/" + Script, "scriptUrl" => "javascript:alert(1)", _ => "https://a.example/" },
                Provider = Poison("provider", "a"),
                Publisher = Poison("publisher", "b"),
                Authors = [Poison("author", "c")],
                Keywords = [Poison("keyword", "d")],
                Subjects = [Poison("subject", "e")],
                Licence = Poison("licence", "f"),
                TutorNote = Poison("tutorNote", "g"),
                Duration = Poison("duration", "P1W"),
                Language = Poison("language", "uk"),
                Prices = [new(5, Poison("currency", "UAH"))],
                Price = Price.Paid,
            },
            new() { TaggerVersion = "", Primary = "1.1", Competences = [new("1.1", 1, [new(EvidenceKind.Text, Poison("evidence", "title"), 0, 1, Poison("evidence", "a"))])] });
    }
}
