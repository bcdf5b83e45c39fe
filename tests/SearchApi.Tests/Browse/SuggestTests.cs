using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Browse;

public sealed class SuggestTests
{
    [Fact]
    public async Task Completions_have_text_kind_and_count()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, body) = await site.JsonAsync($"/api/v1/suggest?q={Uri.EscapeDataString("Медіа")}&limit=3&lang=uk");

        Assert.Equal((200, """{"items":[{"text":"Programming in Python for everybody","kind":"title","count":1}]}"""), (status, (await site.JsonAsync("/api/v1/suggest?q=prog")).Body.ToJsonString()));
        Assert.Equal("Медіаграмотність для громадян", (string)body["items"]![0]!["text"]!);
    }

    [Theory]
    [InlineData("", "/problems/missing-parameter")]
    [InlineData("?q=a&limit=21", "/problems/wrong-value")]
    [InlineData("?q=a&lang=de", "/problems/wrong-value")]
    [InlineData("?query=a", "/problems/unknown-parameter")]
    public async Task A_wrong_question_is_refused(string query, string type)
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, problem) = await site.JsonAsync($"/api/v1/suggest{query}");

        Assert.Equal((400, type), (status, (string)problem["type"]!));
    }

    [Fact]
    public async Task Nothing_typed_completes_to_nothing()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Empty((await site.JsonAsync("/api/v1/suggest?q=")).Body["items"]!.AsArray());
    }
}
