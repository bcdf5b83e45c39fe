using DcCourseIndex.Indexer.Query;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class HelpPageTests
{
    [Theory]
    [InlineData("/help")]
    [InlineData("/help?lang=en")]
    public async Task The_help_names_every_field_word_and_every_example_is_answered(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, page) = await site.PageAsync(address);

        Assert.Equal(200, status);
        var shown = page.QuerySelectorAll("section[aria-labelledby=fields] code").Select(code => code.TextContent).ToList();
        Assert.Equal(FieldWords.Filters.Values.SelectMany(words => words).Select(word => word + ":").Order(), shown.Order());
        var examples = page.QuerySelectorAll("section[aria-labelledby=signs] a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(8, examples.Count);
        foreach (var example in examples)
            Assert.Equal(200, (await site.PageAsync(example)).Status);
    }

    [Fact]
    public async Task The_search_page_leads_there_and_the_API_says_the_same()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, page) = await site.PageAsync("/?lang=en");
        var (_, openapi) = await site.JsonAsync("/openapi/v1.json");

        Assert.Equal("/help?lang=en", page.QuerySelector("#hint a")!.GetAttribute("href"));
        var q = openapi["paths"]!["/api/v1/courses"]!["get"]!["parameters"]!.AsArray().Single(parameter => (string)parameter!["name"]! == "q")!;
        Assert.All(FieldWords.Filters.Values.SelectMany(words => words), word => Assert.Contains(word + ":", (string)q["description"]!, StringComparison.Ordinal));
    }
}
