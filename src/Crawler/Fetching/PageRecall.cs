namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Where pages with validators are remembered between runs: find and remember by source and address.</summary>
public sealed record PageRecall(
    Func<string, string, CancellationToken, Task<RememberedPage?>> FindAsync,
    Func<string, string, RememberedPage, CancellationToken, Task> RememberAsync);
