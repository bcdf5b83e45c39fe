using System.Net;
using System.Text.Json;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.OpenEdx;

namespace DcCourseIndex.Portals.Tests.OpenEdx;

/// <summary>The invented Open edX keeps to the facts that are known of real ones.</summary>
public sealed class OpenEdxPortalTests
{
    private const string List = "/api/courses/v1/courses/";

    [Fact]
    public async Task The_count_shrinks_on_the_last_page_and_a_full_one_leads_to_404()
    {
        await using var portal = await OpenEdxPortal.StartAsync(Enumerable.Range(1, 20).Select(Numbered), new() { Overcount = 3 });
        using var visitor = new Visitor(portal);
        Assert.Equal((23, true), await PaginationAsync(visitor, "?page=1&page_size=15"));
        Assert.Equal((20, false), await PaginationAsync(visitor, "?page=2&page_size=15"));
        Assert.Equal((23, true), await PaginationAsync(visitor, "?page=2&page_size=10"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync($"{List}?page=3&page_size=10")).StatusCode);
    }

    [Fact]
    public async Task A_page_holds_at_most_a_hundred()
    {
        await using var portal = await OpenEdxPortal.StartAsync(Enumerable.Range(1, 120).Select(Numbered));
        using var visitor = new Visitor(portal);
        using var page = JsonDocument.Parse(await visitor.ReadAsync($"{List}?page_size=1000"));
        Assert.Equal(100, page.RootElement.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("course-v1:A+B+C")]
    [InlineData("A/B/C")]
    public async Task A_course_is_found_by_both_forms_of_its_key(string id)
    {
        await using var portal = await OpenEdxPortal.StartAsync([new() { Id = id, Name = "А & <Б>", Overview = "<p>Докладно</p>" }]);
        using var visitor = new Visitor(portal);
        using var course = JsonDocument.Parse(await visitor.ReadAsync($"{List}{Uri.EscapeDataString(id)}/"));
        Assert.Equal("А &amp; &lt;Б&gt;", course.RootElement.GetProperty("name").GetString());
        Assert.Equal("<p>Докладно</p>", course.RootElement.GetProperty("overview").GetString());
        Assert.Equal("empty", course.RootElement.GetProperty("start_type").GetString());
    }

    [Fact]
    public async Task Links_lead_to_the_public_address()
    {
        await using var portal = await OpenEdxPortal.StartAsync(Enumerable.Range(1, 20).Select(Numbered), new() { PublicAddress = new("https://prometeo.example") });
        using var visitor = new Visitor(portal);
        Assert.Contains("https://prometeo.example/api/courses/v1/courses/?page=2&page_size=10", await visitor.ReadAsync(List));
    }

    private static async Task<(int Count, bool Next)> PaginationAsync(Visitor visitor, string query)
    {
        using var page = JsonDocument.Parse(await visitor.ReadAsync(List + query));
        var pagination = page.RootElement.GetProperty("pagination");
        return (pagination.GetProperty("count").GetInt32(), pagination.GetProperty("next").ValueKind == JsonValueKind.String);
    }

    private static InventedCourse Numbered(int number) => new() { Id = $"course-v1:Org+N{number}+R", Name = $"Курс {number}" };
}
