namespace DcCourseIndex.Crawler.Fetching;

/// <summary>How many courses a platform looks at one by one before it hands them on.</summary>
internal static class Portions
{
    /// <summary>In a harvest: what a run that is cut off has to look at again.</summary>
    public const int Harvest = 50;

    /// <summary>For a first look: enough to judge a portal by, and half a minute at three seconds a request.</summary>
    public const int Sample = 10;
}
