using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Facets;

public sealed class ScheduleTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("", "unknown")]
    [InlineData("self", "now")]
    [InlineData("scheduled", "unknown")]
    [InlineData("20-20", "now")]
    [InlineData("1-", "now")]
    [InlineData("-30", "now")]
    [InlineData("1-19", "past")]
    [InlineData("-19", "past")]
    [InlineData("21-", "upcoming")]
    [InlineData("1-19 25-30", "upcoming")]
    [InlineData("1-30 25-30", "now upcoming")]
    [InlineData("self 25-", "now upcoming")]
    public void A_course_runs_now_later_or_ran(string runs, string buckets)
    {
        Assert.Equal(buckets, string.Join(' ', Of(runs).Buckets(Today)));
    }

    [Theory]
    [InlineData("25- 22- 1-", 22)]
    [InlineData("20-", 20)]
    [InlineData("1-30", null)]
    [InlineData("self", null)]
    public void The_next_start_is_the_first_from_today_on(string runs, int? day) => Assert.Equal(day, Of(runs).NextStart(Today)?.Day);

    private static Schedule Of(string runs)
    {
        var parts = runs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Schedule.Read(Schedule.Text(Invented.Course("a.1", "Курс", with: course => course with
        {
            Mode = parts.Contains("self") ? CourseMode.SelfPaced : CourseMode.Scheduled,
            Instances = [.. parts.Where(part => part.Contains('-', StringComparison.Ordinal)).Select(part => part.Split('-')).Select(run => new CourseInstance(Day(run[0]), Day(run[1])))],
        }).Course));
    }

    private static DateTimeOffset? Day(string day) => day.Length == 0 ? null : new DateTimeOffset(2026, 11, int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 12, 0, 0, TimeSpan.Zero);
}
