namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>The portal says of a large part of its courses that they are gone: perhaps a repository that was emptied by mistake or moved.</summary>
internal static class ManyDeleted
{
    /// <summary>More than this share of the source's active courses.</summary>
    public const double Most = 0.3;

    public static string? Judge(RunOutcome run) => run.Deleted > Most * run.Active
        ? $"The portal says that {run.Deleted} of {run.Active} courses are gone, where at most {Most * 100:0} of 100 go without asking. Accept if that is so: they are retired at once. Otherwise discard."
        : null;
}
