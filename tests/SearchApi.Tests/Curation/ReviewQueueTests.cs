using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Curation;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.SearchApi.Tests.Curation;

/// <summary>The review queue over HTTP, a real ledger and a real index.</summary>
public sealed class ReviewQueueTests
{
    private static readonly IReadOnlyList<CatalogCourse> Courses =
    [
        Tagged("a", ("1.2", 0.95)),
        Tagged("b", ("1.2", 0.52)),
        Tagged("c", ("4.1", 0.9), ("4.2", 0.88)),
        Tagged("d") is var none ? none with { Tagging = none.Tagging with { Nearly = [new("2.1", 0.4)] } } : none,
        Tagged("e"),
    ];

    [Fact]
    public async Task The_least_sure_come_first_each_with_its_doubts_in_words()
    {
        await using var real = await RealSite.StartAsync(Courses);
        await VerdictTests.UseKeyAsync(real.Site);

        var queue = (await real.Site.JsonAsync("/api/v1/verdicts/queue")).Body;

        Assert.Equal(["b", "d", "c"], Keys(queue));
        Assert.Equal(3, (int)queue["total"]!);
        Assert.Equal(["unsure", "nearly", "primary"], queue["items"]!.AsArray().Select(item => (string)item!["doubts"]![0]!["kind"]!));
        var text = (string)queue["items"]![0]!["doubts"]![0]!["text"]!;
        Assert.StartsWith("чи розвиває курс компетентність «1.2 ", text, StringComparison.Ordinal);
        Assert.Contains("52", text, StringComparison.Ordinal);
        Assert.Contains("came near", (string)(await real.Site.JsonAsync("/api/v1/verdicts/queue?lang=en")).Body["items"]![1]!["doubts"]![0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_with_a_verdict_leaves_and_a_withdrawn_one_brings_it_back()
    {
        await using var real = await RealSite.StartAsync(Courses);
        await VerdictTests.UseKeyAsync(real.Site);
        Assert.Contains("b", Keys((await real.Site.JsonAsync("/api/v1/verdicts/queue")).Body));

        var said = (await real.Site.PostAsync("/api/v1/verdicts", """{"course":"portal.b","verdict":"confirm","competence":"1.2"}""")).Body;
        await real.Site.PostAsync("/api/v1/verdicts", """{"course":"portal.d","verdict":"confirm"}""");
        Assert.Equal(["c"], Keys((await real.Site.JsonAsync("/api/v1/verdicts/queue")).Body));

        using var gone = await real.Site.Client.DeleteAsync(new Uri($"/api/v1/verdicts/{(long)said["id"]!}", UriKind.Relative));
        Assert.Equal(["b", "c"], Keys((await real.Site.JsonAsync("/api/v1/verdicts/queue")).Body));
    }

    [Fact]
    public async Task What_is_shown_often_is_looked_at_first()
    {
        await using var real = await RealSite.StartAsync(Courses);
        await VerdictTests.UseKeyAsync(real.Site);
        for (var i = 0; i < 30; i++)
            await real.Site.JsonAsync("/api/v1/courses/portal.c");
        await real.Site.JsonAsync("/api/v1/courses?sort=id");

        await real.Site.Services.GetServices<IHostedService>().OfType<ShownWriting>().Single().WriteAsync(default);
        var queue = (await real.Site.JsonAsync("/api/v1/verdicts/queue")).Body;

        Assert.Equal("c", Keys(queue)[0]);
        Assert.Equal([31, 1, 1], queue["items"]!.AsArray().Select(item => (long)item!["shown"]!));
    }

    [Fact]
    public async Task The_queue_is_paged_and_filtered()
    {
        await using var real = await RealSite.StartAsync(Courses);
        await VerdictTests.UseKeyAsync(real.Site);

        var first = (await real.Site.JsonAsync("/api/v1/verdicts/queue?limit=2")).Body;
        var rest = (await real.Site.JsonAsync($"/api/v1/verdicts/queue?limit=2&cursor={(string)first["next"]!}")).Body;

        Assert.Equal(["b", "d"], Keys(first));
        Assert.Equal(["c"], Keys(rest));
        Assert.Null(rest["next"]);
        Assert.Equal(["d"], Keys((await real.Site.JsonAsync("/api/v1/verdicts/queue?competence=2.1")).Body));
        Assert.Equal(["d", "c"], Keys((await real.Site.JsonAsync("/api/v1/verdicts/queue?competence=2.1&competence=4.2")).Body));
        Assert.Empty(Keys((await real.Site.JsonAsync("/api/v1/verdicts/queue?source=other")).Body));
        Assert.Equal(400, (await real.Site.JsonAsync("/api/v1/verdicts/queue?cursor=abc")).Status);
        Assert.Equal(400, (await real.Site.JsonAsync("/api/v1/verdicts/queue?competence=9.9")).Status);
        real.Site.Client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(401, (await real.Site.JsonAsync("/api/v1/verdicts/queue")).Status);
    }

    private static List<string> Keys(JsonNode queue) => [.. queue["items"]!.AsArray().Select(item => ((string)item!["course"]!["id"]!)["portal.".Length..])];

    private static CatalogCourse Tagged(string key, params (string Code, double Confidence)[] competences) => new()
    {
        Course = new() { Id = $"portal.{key}", Source = "portal", SourceId = key, Title = $"Вигаданий курс {key}", Url = $"https://portal.example/{key}", Language = "uk" },
        Tagging = new()
        {
            TaggerVersion = "test",
            Primary = competences.Length > 0 ? competences[0].Code : null,
            Competences = [.. competences.Select(one => new Assignment(one.Code, one.Confidence, [new(EvidenceKind.Source, "", 0, 0, "так")]))],
        },
        FirstSeen = SampleCourses.Seen,
        LastSeen = SampleCourses.Seen,
        LastChanged = SampleCourses.Seen,
    };
}
