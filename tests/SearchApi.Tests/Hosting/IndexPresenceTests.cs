using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Hosting;

public sealed class IndexPresenceTests
{
    [Theory]
    [InlineData("/api/v1/courses?q=excel")]
    [InlineData("/api/v1/courses/prometheus.DC101")]
    [InlineData("/api/v1/courses/prometheus.DC101/similar")]
    [InlineData("/api/v1/suggest?q=e")]
    [InlineData("/api/v1/competences")]
    public async Task Without_an_index_programs_are_told_to_come_back(string address)
    {
        await using var site = await WithoutIndexAsync();

        using var response = await site.GetAsync(address);
        var (_, problem) = await site.JsonAsync(address);

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("5", Assert.Single(response.Headers.GetValues("Retry-After")));
        Assert.Equal("/problems/no-index", (string)problem["type"]!);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/courses/prometheus.DC101")]
    [InlineData("/competences")]
    public async Task Without_an_index_people_read_that_the_catalogue_is_being_prepared(string address)
    {
        await using var site = await WithoutIndexAsync();

        var (status, page) = await site.PageAsync(address);

        Assert.Equal((503, "Каталог ще готується"), (status, page.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task What_needs_no_index_is_served_without_one()
    {
        await using var site = await WithoutIndexAsync();

        Assert.Equal(200, (await site.JsonAsync("/api/v1/sources")).Status);
        Assert.Equal(200, (await site.PageAsync("/sources")).Status);
    }

    private static Task<SampleSite> WithoutIndexAsync() =>
        SampleSite.StartAsync(searcher: new SampleSearcher(SampleCourses.All, SampleFrameworks.All) { Position = IndexPosition.Nothing });
}
