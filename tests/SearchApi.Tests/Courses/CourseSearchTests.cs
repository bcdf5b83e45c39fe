using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Courses;

public sealed class CourseSearchTests
{
    [Fact]
    public async Task An_empty_question_finds_everything()
    {
        await using var site = await SampleSite.StartAsync();

        var (status, body) = await site.JsonAsync("/api/v1/courses");

        Assert.Equal(200, status);
        Assert.Equal(4, (int)body["total"]!);
    }
}
