using DcCourseIndex.Crawler.Harvesting;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>Does something in the very moment of a report; <see cref="Progress{T}"/> reports on another thread, too late to stop between two pages.</summary>
internal sealed class AtOnce(Action act) : IProgress<HarvestProgress>
{
    public void Report(HarvestProgress value) => act();
}
