using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Exports;

public sealed class ExportTests
{
    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_course_and_a_search_are_files_of_every_format(string name)
    {
        await using var site = await SampleSite.SharedAsync();
        var format = ExportFormat.Named(name)!;

        using var one = await site.GetAsync($"/api/v1/courses/prometheus.DC101?format={name}");
        using var found = await site.GetAsync($"/api/v1/courses?q=і&format={name}&limit=1");

        Assert.Equal((HttpStatusCode.OK, format.Type), (one.StatusCode, one.Content.Headers.ContentType!.ToString()));
        Assert.Equal($"prometheus.DC101.{format.Ending}", one.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Медіаграмотність для громадян", await one.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, $"courses.{format.Ending}"), (found.StatusCode, found.Content.Headers.ContentDisposition!.FileName));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_is_known_already_is_not_sent_again(string name)
    {
        await using var site = await SampleSite.SharedAsync();
        var address = new Uri($"/api/v1/courses?format={name}", UriKind.Relative);
        using var first = await site.Client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await site.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(SampleCourses.Seen, first.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_file_holds_a_thousand_courses_and_says_how_many_there_are()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.Many(1203)]);

        using var all = await site.GetAsync("/api/v1/courses?format=ndjson");
        using var some = await site.GetAsync("/api/v1/courses?format=ndjson&limit=7");

        var lines = (await all.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((1000, "1203"), (lines.Select(line => (string)JsonNode.Parse(line)!["id"]!).Distinct().Count(), all.Headers.GetValues("X-Total-Count").Single()));
        Assert.Equal(7, (await some.Content.ReadAsStringAsync()).Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("/api/v1/courses?format=pdf", 400)]
    [InlineData("/api/v1/courses?format=csv&cursor=after-20", 400)]
    [InlineData("/api/v1/courses?format=csv&fields=title", 400)]
    [InlineData("/api/v1/courses?format=csv&limit=101", 400)]
    [InlineData("/api/v1/courses/prometheus.DC101?format=ris&fields=title", 400)]
    [InlineData("/api/v1/courses/prometheus.NONE?format=ris", 404)]
    [InlineData("/api/v1/courses/prometheus.OLD1?format=ris", 410)]
    public async Task What_cannot_be_a_file_is_a_problem(string address, int status)
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(status, (await site.JsonAsync(address)).Status);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_file_holds_no_more_than_the_source_lets_pass(string name)
    {
        const string secret = "НЕ-ДЛЯ-ПЕРЕДАЧІ";
        CatalogCourse Restricted(string id, PassedText text) => SampleCourses.Media with
        {
            Course = SampleCourses.Media.Course with
            {
                Id = $"shut.{id}",
                Source = "shut",
                Summary = string.Concat(Enumerable.Repeat("слово ", 60)) + secret,
                Description = $"<p>{secret}</p>",
                Image = $"https://a.example/{secret}.png",
                PassingOn = new(text, false),
            },
        };
        await using var site = await SampleSite.StartAsync([Restricted("1", PassedText.Excerpt), Restricted("2", PassedText.None)]);

        foreach (var address in new[] { "/api/v1/courses?", "/api/v1/courses/shut.1?", "/api/v1/courses/shut.2?" })
        {
            using var response = await site.GetAsync($"{address}format={name}");
            Assert.DoesNotContain(secret, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
