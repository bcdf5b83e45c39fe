namespace DcCourseIndex.Crawler.Probing;

/// <summary>What a look at a new address brought: every answer, and the best source file or the reason why there is none.</summary>
/// <param name="Name">The file's name without <c>.yml</c>.</param>
/// <param name="Requests">How often the portal was asked, robots.txt and retries included.</param>
public sealed record ProbeReport(string Name, IReadOnlyList<ProbeFinding> Findings, long Requests)
{
    /// <summary>The way that the file takes; null where none shows a course.</summary>
    public ProbeFinding? Best { get; init; }

    /// <summary>The source file; null where there is no <see cref="Best"/>.</summary>
    public string? FileText { get; init; }

    /// <summary>Why nothing was found and what to do, as sentences; null where there is a file.</summary>
    public string? Refusal { get; init; }
}
