using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_living_process_says_so()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(200, (await site.JsonAsync("/health/live")).Status);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 503)]
    public async Task Readiness_names_its_parts(bool ready, int expected)
    {
        await using var site = await SampleSite.StartAsync(readiness: _ => Task.FromResult(SampleSite.Readiness(ready)));

        var (status, body) = await site.JsonAsync("/health/ready");

        Assert.Equal((expected, ready), (status, (bool)body["ready"]!));
        Assert.Equal((ready ? 12 : 3, 12), ((int)body["index"]!["position"]!, (int)body["index"]!["revision"]!));
        Assert.All(["catalogue", "dictionary", "roles"], part => Assert.NotEmpty((string)body[part]!["detail"]!));
    }
}
