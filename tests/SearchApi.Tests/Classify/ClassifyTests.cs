using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Classify;

public sealed class ClassifyTests
{
    private const string Passwords =
        """{"id": "a", "title": "Надійні паролі та двофакторна автентифікація", "summary": "<p>Антивірус, оновлення, захист смартфона від шкідливих програм &amp; вірусів.</p>", "language": "uk"}""";

    [Fact]
    public async Task One_listing_answers_with_one_line()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, body) = await site.PostAsync("/api/v1/classify", Passwords);

        Assert.Equal(200, status);
        Assert.Equal(["id", "framework", "competences", "primary", "level", "language"], body.AsObject().Select(member => member.Key));
        Assert.Equal(("a", "digcomp-2.2", "4.1", "uk"), ((string)body["id"]!, (string)body["framework"]!, (string)body["primary"]!, (string)body["language"]!));
        Assert.Equal(["code", "confidence", "evidence"], body["competences"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Many_listings_answer_in_order_and_each_in_its_framework()
    {
        await using var site = await SampleSite.StartAsync(frameworks: RealParts.Frameworks);
        var other = """{"title": "Кераміка для початківців", "summary": "Глина та гончарне коло."}""";

        var (status, body) = await site.PostAsync("/api/v1/classify", $"[{other}, {Passwords.Replace("\"uk\"", "\"uk\", \"framework\": \"digcomp-ua\"", StringComparison.Ordinal)}]");

        Assert.Equal((200, 2), (status, body.AsArray().Count));
        Assert.Empty(body[0]!["competences"]!.AsArray());
        Assert.Equal((null, "uk"), ((string?)body[0]!["primary"], (string?)body[0]!["language"]));
        Assert.Equal(("digcomp-ua", "4.1"), ((string)body[1]!["framework"]!, (string)body[1]!["primary"]!));
    }

    [Fact]
    public async Task The_framework_of_the_address_is_for_listings_that_name_none()
    {
        await using var site = await SampleSite.StartAsync(frameworks: RealParts.Frameworks);
        var own = Passwords.Replace("\"uk\"", "\"uk\", \"framework\": \"digcomp-2.2\"", StringComparison.Ordinal);

        var (_, body) = await site.PostAsync("/api/v1/classify?framework=digcomp-ua", $"[{Passwords}, {own}]");
        var (status, problem) = await site.PostAsync("/api/v1/classify?framework=esco", Passwords);

        Assert.Equal(["digcomp-ua", "digcomp-2.2"], body.AsArray().Select(one => (string)one!["framework"]!));
        Assert.Equal((400, "framework"), (status, (string)problem["parameter"]!));
    }

    [Fact]
    public async Task The_documented_examples_are_bodies_that_are_taken()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, document) = await site.JsonAsync("/openapi/v1.json");
        var examples = document["paths"]!["/api/v1/classify"]!["post"]!["requestBody"]!["content"]!["application/json"]!["examples"]!.AsObject();

        Assert.Equal(2, examples.Count);
        foreach (var (_, example) in examples)
            Assert.Equal(200, (await site.PostAsync("/api/v1/classify", example!["value"]!.ToJsonString())).Status);
    }

    [Theory]
    [InlineData("{", "this is not the JSON")]
    [InlineData("", "this is not the JSON")]
    [InlineData("null", "null")]
    [InlineData("[null]", "null")]
    [InlineData("\"text\"", "this is not the JSON")]
    [InlineData("""{"title": "a"}""", "missing: summary")]
    [InlineData("""{"title": null, "summary": ""}""", "$.title")]
    [InlineData("""{"title": "a", "summary": "", "titel": "b"}""", "no member titel")]
    [InlineData("""[{"title": "a", "summary": ""}, {"title": "a", "summary": 5}]""", "$[1].summary")]
    [InlineData("""{"title": "a", "summary": "", "framework": "esco"}""", "$.framework")]
    public async Task A_wrong_body_is_refused_with_its_place(string body, string said)
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, problem) = await site.PostAsync("/api/v1/classify", body);

        Assert.Equal((400, "/problems/wrong-body"), (status, (string)problem["type"]!));
        Assert.Contains(said, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("DcCourseIndex", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_listings_are_enough()
    {
        await using var site = await SampleSite.SharedAsync();
        var many = new JsonArray([.. Enumerable.Range(0, 101).Select(_ => JsonNode.Parse("""{"title": "a", "summary": ""}"""))]);

        var (status, problem) = await site.PostAsync("/api/v1/classify", many.ToJsonString());

        Assert.Equal(400, status);
        Assert.Contains("more than 100", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_types_and_huge_bodies_are_refused()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(415, (await site.PostAsync("/api/v1/classify", Passwords, "text/plain")).Status);
        Assert.Equal(413, (await site.PostAsync("/api/v1/classify", new string(' ', 1024 * 1024) + Passwords)).Status);
        Assert.Equal(400, (await site.PostAsync("/api/v1/classify?lang=uk", Passwords)).Status);
    }
}
