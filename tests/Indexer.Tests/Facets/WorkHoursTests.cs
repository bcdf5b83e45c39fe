using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Facets;

public sealed class WorkHoursTests
{
    [Theory]
    [InlineData("PT3H", 180)]
    [InlineData("PT90M", 90)]
    [InlineData("PT1H30M", 90)]
    [InlineData("PT1.5H", 90)]
    [InlineData("PT61S", 2)]
    [InlineData("P1D", 480)]
    [InlineData("P4W", 9_600)]
    [InlineData("P1M", 9_600)]
    [InlineData("P1Y", 115_200)]
    [InlineData("P999999999Y", int.MaxValue - 1)]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("P1DT", null)]
    [InlineData("4 тижні", null)]
    [InlineData("PT3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_ISO_duration_is_minutes_of_work(string? duration, int? minutes) => Assert.Equal(minutes, WorkHours.Parse(duration));

    [Theory]
    [InlineData("PT3H", "P8W", "short")]
    [InlineData("PT3H1M", null, "medium")]
    [InlineData("PT20H", null, "medium")]
    [InlineData("PT20H1M", null, "long")]
    [InlineData(null, "P1W", "long")]
    [InlineData("багато", "P1D", "medium")]
    [InlineData(null, null, "unknown")]
    public void Workload_goes_before_duration(string? workload, string? duration, string bucket)
    {
        var course = Invented.Course("a.1", "Курс", with: course => course with { Workload = workload, Duration = duration }).Course;

        Assert.Equal(bucket, WorkHours.Bucket(WorkHours.Minutes(course)));
    }
}
