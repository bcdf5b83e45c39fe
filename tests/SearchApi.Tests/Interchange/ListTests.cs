using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Interchange.MoocHub;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Interchange;

/// <summary>Lists in the formats of other portals.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task A_MOOChub_list_is_read_to_its_end_by_its_links()
    {
        await using var real = await RealSite.StartAsync([.. SampleCourses.All, .. SampleCourses.Many(45)]);
        var names = new List<string>();
        string? last = null;
        for (var next = "http://localhost/bridges/moochub/courses?limit=20"; next is not null;)
        {
            using var response = await real.Site.Client.GetAsync(new Uri(next));
            Assert.Equal("application/vnd.api+json; moochub-version=3.0", response.Content.Headers.ContentType?.ToString());
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            names.AddRange(page["data"]!.AsArray().Select(course => (string)course!["attributes"]!["courseCode"]!));
            Assert.Equal("http://localhost/bridges/moochub/courses?limit=20", (string)page["links"]!["first"]!);
            last ??= (string)page["links"]!["last"]!;
            next = (string?)page["links"]!["next"];
        }

        Assert.Equal(49, names.Distinct().Count());
        Assert.Equal(49, names.Count);
        var (status, end) = await real.Site.JsonAsync(new Uri(last!).PathAndQuery);
        Assert.Equal((200, names[^1]), (status, (string)end["data"]!.AsArray()[^1]!["attributes"]!["courseCode"]!));
        Assert.Null(end["links"]!["next"]);
    }

    [Fact]
    public async Task A_course_says_in_MOOChub_what_it_teaches()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, list) = await site.JsonAsync("/api/v1/moochub/courses?source=prometheus");
        var course = list["data"]![0]!;
        var data = course["attributes"]!;

        Assert.Equal(MoocHubCourse.Id("prometheus.DC101").ToString(), (string)course["id"]!);
        Assert.Equal('8', ((string)course["id"]!)[14]);
        Assert.Equal(("1.2", "DigComp", "2.2"), ((string)data["teaches"]![0]!["shortCode"]!, (string)data["teaches"]![0]!["educationalFramework"]!, (string)data["teaches"]![0]!["educationalFrameworkVersion"]!));
        Assert.Equal(["uk", "en"], data["teaches"]![0]!["name"]!.AsArray().Select(name => (string)name!["inLanguage"]!));
        Assert.Equal("CC-BY-4.0", (string)data["license"]![0]!["identifier"]!);
        Assert.Equal(("free", "certificate", "asynchronous", "uk"), ((string)data["access"]![0]!, (string)data["educationalCredentialsAwarded"]![0]!, (string)data["courseMode"]![0]!, (string)data["inLanguage"]![0]!));
        Assert.Equal("Інститут масової інформації", (string)data["creator"]![0]!["name"]!);
        Assert.Equal("proprietary", (string)list["data"]![1]!["attributes"]!["license"]![0]!["identifier"]!);
    }

    [Fact]
    public async Task A_course_is_linked_data_in_AMB()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, list) = await site.JsonAsync("/api/v1/amb?source=prometheus");
        var data = list[0]!;

        Assert.Equal("https://w3id.org/kim/amb/context.jsonld", (string)data["@context"]![0]!);
        Assert.Equal(["LearningResource", "Course"], data["type"]!.AsArray().Select(type => (string)type!));
        Assert.Equal(("https://prometheus.example.org/courses/DC101", "https://creativecommons.org/licenses/by/4.0/", true), ((string)data["id"]!, (string)data["license"]!["id"]!, (bool)data["isAccessibleForFree"]!));
        Assert.Equal("http://localhost/competences?framework=digcomp-2.2#1.2", (string)data["teaches"]![0]!["id"]!);
        Assert.EndsWith("/login", (string)data["conditionsOfAccess"]!["id"]!, StringComparison.Ordinal);
        Assert.Null(list[1]!["license"]);
    }

    [Fact]
    public async Task A_search_is_a_catalogue_of_publications()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.All, .. SampleCourses.Many(30)]);
        using var response = await site.GetAsync("/api/v1/opds?limit=10&lang=en");
        var feed = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("application/opds+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("rel=\"next\"", response.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Equal((34, 10), ((int)feed["metadata"]!["numberOfItems"]!, feed["publications"]!.AsArray().Count));
        Assert.Equal("http://opds-spec.org/acquisition/open-access", (string)feed["publications"]![0]!["links"]![0]!["rel"]!);
        Assert.Contains("next", feed["links"]!.AsArray().Select(link => (string)link!["rel"]!));
        Assert.Equal("http://localhost/courses/prometheus.DC101?lang=en", (string)feed["publications"]![0]!["metadata"]!["identifier"]!);
    }

    [Theory]
    [InlineData("/api/v1/moochub/courses?cursor=nonsense", 400)]
    [InlineData("/api/v1/amb?cursor=%01", 400)]
    [InlineData("/api/v1/opds?colour=red", 400)]
    [InlineData("/api/v1/opds?area=99", 400)]
    [InlineData("/bridges/moochub/courses?limit=0", 400)]
    [InlineData("/api/v1/amb?limit=99999999999999999999", 400)]
    public async Task What_does_not_fit_is_refused(string address, int status)
    {
        await using var site = await SampleSite.SharedAsync();
        using var response = await site.GetAsync(address);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Only_what_may_be_passed_on_is_given()
    {
        var quiet = SampleCourses.Known(SampleCourses.Media.Course with { Id = "quiet.1", Source = "quiet", SourceId = "1", Summary = "Таємний опис", PassingOn = new(PassedText.None, false) }, Tagging.None);
        await using var real = await RealSite.StartAsync([quiet]);

        foreach (var address in new[] { "/api/v1/moochub/courses", "/api/v1/amb", "/api/v1/opds" })
        {
            var text = (await real.Site.JsonAsync(address)).Body.ToJsonString(Wire.Json);
            Assert.Contains("Медіаграмотність", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Таємний", text, StringComparison.Ordinal);
            Assert.DoesNotContain("dc101.png", text, StringComparison.Ordinal);
        }
    }
}
