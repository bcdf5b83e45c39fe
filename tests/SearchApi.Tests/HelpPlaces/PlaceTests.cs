using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.HelpPlaces;

public sealed class PlaceTests
{
    private static readonly HelpPlace[] Four =
    [
        new("Полтавський хаб", PlaceKind.Hub) { Town = "Полтава", Region = "Полтавська область", Lat = 49.60, Lon = 34.50, Mentor = Tutor.Yes, Contact = "hub@library.example", Languages = ["uk", "en"] },
        new("Бібліотека <b>на</b> площі", PlaceKind.Library) { Town = "м. Харків", Lat = 50.00, Lon = 36.23, Mentor = Tutor.No, Hours = "пн–пт 10–18", Website = new("https://library.example/") },
        new("Читальня без точки", PlaceKind.Library) { Town = "Харків", Address = "вул. Вигадана, 5" },
        new("Київський хаб", PlaceKind.Hub) { Town = "Київ", Lat = 50.45, Lon = 30.52, Mentor = Tutor.Yes },
    ];

    [Fact]
    public async Task The_nearest_place_comes_first_with_its_distance()
    {
        await using var site = await SiteAsync(Four);

        var (status, body) = await site.JsonAsync($"/api/v1/places?near={Uri.EscapeDataString("Харків")}");

        Assert.Equal(200, status);
        Assert.Equal(["Бібліотека <b>на</b> площі", "Читальня без точки", "Полтавський хаб", "Київський хаб"], Names(body));
        Assert.Equal(0, (double)body["items"]![0]!["distance"]!);
        Assert.Null(body["items"]![1]!["distance"]);
        // Kharkiv–Poltava and Kharkiv–Kyiv by the haversine formula, reckoned apart from the program.
        Assert.Equal(131.9, (double)body["items"]![2]!["distance"]!, 0.06);
        Assert.Equal(409.2, (double)body["items"]![3]!["distance"]!, 0.06);
    }

    [Theory]
    [InlineData("50.45,30.52", "Київський хаб")]
    [InlineData("Poltava", "Полтавський хаб")]
    [InlineData("м. полтава", "Полтавський хаб")]
    [InlineData("Львів", "Київський хаб")]
    public async Task A_search_begins_at_a_point_a_town_of_the_list_or_a_centre_of_a_region(string near, string first)
    {
        await using var site = await SiteAsync(Four);

        var (_, body) = await site.JsonAsync($"/api/v1/places?limit=1&near={Uri.EscapeDataString(near)}");

        Assert.Equal([first], Names(body));
    }

    [Theory]
    [InlineData("near=Полтва", "Полтава")]
    [InlineData("near=Ніде-на-мапі", "lat,lon")]
    [InlineData("near=91,30", "latitude")]
    [InlineData("near=", "no value")]
    [InlineData("mentor=maybe", "yes")]
    [InlineData("town=Київ", "near")]
    [InlineData("cursor=1", "next")]
    public async Task What_cannot_be_asked_is_refused_with_the_remedy(string query, string remedy)
    {
        await using var site = await SiteAsync(Four);

        var (status, body) = await site.JsonAsync("/api/v1/places?" + query);

        Assert.Equal(400, status);
        Assert.Contains(remedy, (string)body["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_until_the_list_is_another()
    {
        await using var site = await SiteAsync(Four);
        var (_, first) = await site.JsonAsync("/api/v1/places?limit=3&mentor=yes&mentor=unknown&mentor=no");
        var (_, mentors) = await site.JsonAsync("/api/v1/places?mentor=yes&limit=1");
        var next = $"/api/v1/places?mentor=yes&limit=1&cursor={(string)mentors["next"]!}";

        var (_, second) = await site.JsonAsync(next);
        await site.Services.GetRequiredService<HelpPlaceLedger>().ReplaceAsync(Four[..3], default);
        var (late, _) = await site.JsonAsync(next);

        Assert.Equal((4, 3), ((int)first["total"]!, Names(first).Count));
        Assert.Equal((2, "Київський хаб", "Полтавський хаб"), ((int)mentors["total"]!, Names(mentors)[0], Names(second)[0]));
        Assert.Null(second["next"]);
        Assert.Equal(410, late);
    }

    [Fact]
    public async Task An_unchanged_list_is_not_sent_twice()
    {
        await using var site = await SiteAsync(Four);
        using var first = await site.GetAsync("/api/v1/places");

        var again = await AskAgainAsync(site, first.Headers.ETag!);
        await site.Services.GetRequiredService<HelpPlaceLedger>().ReplaceAsync(Four[1..], default);
        var changed = await AskAgainAsync(site, first.Headers.ETag!);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again, changed));
    }

    [Fact]
    public async Task The_page_shows_the_places_and_lets_no_markup_through()
    {
        await using var site = await SiteAsync(Four);

        var (status, page) = await site.PageAsync("/places?near=%D0%A5%D0%B0%D1%80%D0%BA%D1%96%D0%B2&mentor=");
        var (_, english) = await site.PageAsync("/places?lang=en");
        var (_, start) = await site.PageAsync("/");

        Assert.Equal((200, 4), (status, page.QuerySelectorAll(".hits .hit").Length));
        Assert.Equal("Бібліотека <b>на</b> площі", page.QuerySelector(".hits h3")!.TextContent);
        Assert.Contains("пн–пт 10–18", page.QuerySelector(".hits .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://library.example/", page.QuerySelector(".hits .facts a")!.GetAttribute("href"));
        Assert.Contains("4 places", english.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(start.QuerySelector("footer a[href='/places']"));
    }

    [Fact]
    public async Task An_unknown_town_keeps_the_form_and_offers_the_nearest_name()
    {
        await using var site = await SiteAsync(Four);

        var (status, page) = await site.PageAsync("/places?near=%D0%9F%D0%BE%D0%BB%D1%82%D0%B2%D0%B0");

        Assert.Equal((400, "Полтва", "Полтава"), (status, page.QuerySelector("#near")!.GetAttribute("value"), page.QuerySelector(".notice a")!.TextContent));
        Assert.Equal(4, page.QuerySelectorAll(".hits .hit").Length);
    }

    [Fact]
    public async Task The_document_shows_examples()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, document) = await site.JsonAsync("/openapi/v1.json");

        var get = document["paths"]!["/api/v1/places"]!["get"]!;
        Assert.Equal("Харків", (string)get["parameters"]![0]!["example"]!);
        Assert.Equal("hub", (string)get["responses"]!["200"]!["content"]!["application/json"]!["example"]!["items"]![0]!["kind"]!);
    }

    private static async Task<SampleSite> SiteAsync(IReadOnlyList<HelpPlace> places)
    {
        var site = await SampleSite.StartAsync();
        await site.Services.GetRequiredService<HelpPlaceLedger>().ReplaceAsync(places, default);
        return site;
    }

    private static async Task<HttpStatusCode> AskAgainAsync(SampleSite site, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/places", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(known);
        using var response = await site.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static List<string> Names(JsonNode body) => [.. body["items"]!.AsArray().Select(item => (string)item!["name"]!)];
}
