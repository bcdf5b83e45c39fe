using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Curation;

/// <summary>Verdicts over HTTP, through a real ledger into a real index and back onto the page.</summary>
public sealed class VerdictTests
{
    private const string Course = "prometheus.DC101";

    [Fact]
    public async Task A_verdict_is_seen_in_search_and_on_the_page_and_withdrawing_takes_it_back()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        await UseKeyAsync(real.Site);
        var before = (await real.Site.JsonAsync($"/api/v1/courses/{Course}")).Body;

        var (status, said) = await real.Site.PostAsync("/api/v1/verdicts", $$"""[{"course":"{{Course}}","verdict":"add","competence":"5.2","note":"Бачила сама"},{"course":"{{Course}}","verdict":"set","field":"price","value":"paid"}]""");
        await real.FollowAsync();

        Assert.Equal((200, "Оксана"), (status, (string)said[0]!["by"]!));
        var item = (await real.Site.JsonAsync($"/api/v1/courses?competence=5.2&price=paid")).Body["items"]!.AsArray().Single(one => (string)one!["id"]! == Course)!;
        Assert.Equal(["competences", "price"], item["overrides"]!.AsArray().Select(field => (string)field!));
        var added = item["competences"]!.AsArray().Single(one => (string)one!["code"]! == "5.2")!;
        Assert.Equal((1.0, "librarian"), ((double)added["confidence"]!, (string)added["evidence"]![0]!["kind"]!));
        var (_, page) = await real.Site.PageAsync($"/courses/{Course}");
        Assert.Contains("так вирішив бібліотекар", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Уточнив бібліотекар: компетентності, вартість", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Бачила сама", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        foreach (var verdict in said.AsArray())
        {
            using var gone = await real.Site.Client.DeleteAsync(new Uri($"/api/v1/verdicts/{(long)verdict!["id"]!}", UriKind.Relative));
            Assert.Equal("Оксана", (string)JsonNode.Parse(await gone.Content.ReadAsStringAsync())!["withdrawnBy"]!);
        }
        await real.FollowAsync();
        var after = (await real.Site.JsonAsync($"/api/v1/courses/{Course}")).Body;
        after["lastChanged"] = before["lastChanged"]!.DeepClone();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal(2, (await real.Site.JsonAsync($"/api/v1/verdicts?course={Course}")).Body["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_hidden_course_is_gone_and_says_so()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        await UseKeyAsync(real.Site);

        await real.Site.PostAsync("/api/v1/verdicts", $$"""{"course":"{{Course}}","verdict":"hide"}""");
        await real.FollowAsync();

        Assert.Equal((410, "/problems/retired-course"), ((await real.Site.JsonAsync($"/api/v1/courses/{Course}")) is var answer ? (answer.Status, (string)answer.Body["type"]!) : default));
        Assert.Equal(410, (await real.Site.PageAsync($"/courses/{Course}")).Status);
        Assert.DoesNotContain((await real.Site.JsonAsync("/api/v1/courses?limit=100")).Body["items"]!.AsArray(), one => (string)one!["id"]! == Course);
    }

    [Fact]
    public async Task Verdicts_are_paged_and_asked_for_by_course_and_name()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        await UseKeyAsync(real.Site);
        await real.Site.PostAsync("/api/v1/verdicts", $$"""[{"course":"{{Course}}","verdict":"set","field":"price","value":"free"},{"course":"{{Course}}","verdict":"set","field":"tutor","value":"yes"},{"course":"{{Course}}","verdict":"set","field":"level","value":null}]""");

        var first = (await real.Site.JsonAsync("/api/v1/verdicts?limit=2")).Body;
        var rest = (await real.Site.JsonAsync($"/api/v1/verdicts?limit=2&after={(long)first["next"]!}")).Body;

        Assert.Equal(["price", "tutor"], first["items"]!.AsArray().Select(one => (string)one!["field"]!));
        Assert.Equal("level", (string)Assert.Single(rest["items"]!.AsArray())!["field"]!);
        Assert.Equal("null", rest["items"]![0]!.AsObject().Single(member => member.Key == "value").Value?.ToJsonString() ?? "null");
        Assert.Null(rest["next"]);
        Assert.Empty((await real.Site.JsonAsync($"/api/v1/verdicts?by={Uri.EscapeDataString("Інша")}")).Body["items"]!.AsArray());
        Assert.Empty((await real.Site.JsonAsync("/api/v1/verdicts?course=prometheus.other")).Body["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"course":"prometheus.DC101","verdict":"praise"}""", "$.verdict", "confirm, reject, add, set, hide")]
    [InlineData("""{"course":"prometheus.DC101"}""", null, "verdict")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"hide","by":"me"}""", null, "no member by")]
    [InlineData("""{"course":"nowhere","verdict":"hide"}""", "$.course", "source.key")]
    [InlineData("""{"course":"prometheus.absent","verdict":"hide"}""", "$.course", "no living course")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"add"}""", "$.competence", "names a competence")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"add","competence":"9.9"}""", "$.competence", "DigComp 2.2, which has 1.1")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"set","field":"prise","value":"free"}""", "$.field", "nearest is «price»")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"set","field":"title","value":null}""", "$.value", "cannot be")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"set","field":"context","value":["fun"]}""", "$.value", "professional")]
    [InlineData("""{"course":"prometheus.DC101","verdict":"hide","note":"a\u0000b"}""", "$.note", "control characters")]
    [InlineData("""[{"course":"prometheus.DC101","verdict":"hide"},{"course":"prometheus.DC101","verdict":"confirm","value":["1.2","1.2"]}]""", "$[1].value", "Nothing of this body was kept")]
    public async Task What_cannot_be_kept_is_refused_with_its_place(string body, string? member, string said)
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        await UseKeyAsync(real.Site);

        var (status, problem) = await real.Site.PostAsync("/api/v1/verdicts", body);

        Assert.Equal((400, "/problems/wrong-body"), (status, (string)problem["type"]!));
        Assert.Contains(said, (string)problem["detail"]!, StringComparison.Ordinal);
        if (member is not null)
            Assert.Equal(member, (string)problem["parameter"]!);
        Assert.Empty((await real.Site.JsonAsync("/api/v1/verdicts")).Body["items"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_curates_without_a_key()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(401, (await site.PostAsync("/api/v1/verdicts", "{")).Status);
        Assert.Equal(401, (await site.JsonAsync("/api/v1/verdicts")).Status);
        using var gone = await site.Client.DeleteAsync(new Uri("/api/v1/verdicts/1", UriKind.Relative));
        Assert.Equal(401, (int)gone.StatusCode);
    }

    internal static async Task UseKeyAsync(SampleSite site)
    {
        var made = await site.Services.GetRequiredService<KeyLedger>().AddAsync("Оксана", [Scope.Curate], null, default);
        site.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made!.Value.Text);
    }
}
