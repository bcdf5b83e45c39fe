namespace DcCourseIndex.Crawler.Work;

/// <summary>What bounds every run of every source. <paramref name="LongestRun"/>: after this time a run is left at its page boundary.</summary>
public sealed record HarvestLimits(TimeSpan LongestRun)
{
    public static readonly HarvestLimits Standard = new(TimeSpan.FromHours(6));
}
