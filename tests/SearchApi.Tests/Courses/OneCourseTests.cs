using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Courses;

public sealed class OneCourseTests
{
    [Fact]
    public async Task A_course_comes_with_its_description()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, body) = await site.JsonAsync("/api/v1/courses/prometheus.DC101?lang=en");

        Assert.Equal((200, "<p>Як розпізнати <strong>фейк</strong>.</p><ul><li>Джерела</li></ul>"), (status, (string)body["description"]!));
        Assert.Null(body["score"]);
    }

    [Fact]
    public async Task A_purpose_is_told_with_the_words_it_rests_on()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses/prometheus.DC101");

        Assert.Equal("""["basic","personal"]""", body["context"]!.ToJsonString());
        Assert.Equal(("basic", "title", "Медіаграмотність"), (
            (string)body["contextEvidence"]![0]!["value"]!,
            (string)body["contextEvidence"]![0]!["evidence"]![0]!["field"]!,
            (string)body["contextEvidence"]![0]!["evidence"]![0]!["text"]!));
    }

    [Theory]
    [InlineData("/api/v1/courses/prometheus.NONE", 404, "/problems/unknown-course")]
    [InlineData("/api/v1/courses/not-an-id", 404, "/problems/unknown-course")]
    [InlineData("/api/v1/courses/a.b%2Fc", 404, "/problems/unknown-course")]
    [InlineData("/api/v1/courses/prometheus.OLD1", 410, "/problems/retired-course")]
    [InlineData("/api/v1/courses/prometheus.NONE/similar", 404, "/problems/unknown-course")]
    [InlineData("/api/v1/courses/prometheus.OLD1/similar", 410, "/problems/retired-course")]
    [InlineData("/api/v1/courses/prometheus.DC101?q=a", 400, "/problems/unknown-parameter")]
    [InlineData("/api/v1/courses/prometheus.DC101/similar?limit=0", 400, "/problems/wrong-value")]
    [InlineData("/api/v1/courses/prometheus.DC101/similar?fields=nothing", 400, "/problems/wrong-value")]
    public async Task What_is_not_there_is_a_problem(string address, int status, string type)
    {
        await using var site = await SampleSite.SharedAsync();

        var (answered, problem) = await site.JsonAsync(address);

        Assert.Equal((status, type), (answered, (string)problem["type"]!));
    }

    [Fact]
    public async Task Similar_courses_are_a_list_without_the_course()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, body) = await site.JsonAsync("/api/v1/courses/prometheus.DC101/similar?limit=2&fields=title");

        Assert.Equal(200, status);
        Assert.Equal(["dl-sample.42", "prometheus.PY1"], body["items"]!.AsArray().Select(item => (string)item!["id"]!));
    }

    [Fact]
    public async Task Amounts_dates_and_support_are_passed_on()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses/dl-sample.42");

        Assert.Equal("""[{"amount":350,"currency":"UAH"}]""", body["prices"]!.ToJsonString());
        Assert.Equal("2026-11-29T00:00:00+00:00", (string)body["instances"]![0]!["enrolmentEnd"]!);
        Assert.Equal("Консультації щочетверга", (string)body["tutorNote"]!);
        Assert.Equal(("missing", "intermediate"), ((string)body["state"]!, (string)body["level"]!));
    }

    [Fact]
    public async Task What_nobody_knows_is_left_out()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses/dl-sample.7");

        Assert.All(["provider", "publisher", "language", "level", "primary", "priceSeen", "workload", "image", "description"], name => Assert.False(body.AsObject().ContainsKey(name), name));
        Assert.Equal(("unknown", "unknown"), ((string)body["price"]!, (string)body["access"]!));
        Assert.Empty(body["competences"]!.AsArray());
    }
}
