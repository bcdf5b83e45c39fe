namespace DcCourseIndex.Crawler.Probing;

/// <summary>One line of what a new portal was asked, and what it answered.</summary>
/// <param name="Interface">For people, such as «sitemap» or «OAI-PMH».</param>
/// <param name="Asked">The address.</param>
/// <param name="Status">The status of the answer, or why there is none.</param>
/// <param name="What">What it is, in a clause.</param>
public sealed record ProbeFinding(string Interface, Uri Asked, string Status, string What)
{
    /// <summary>How many courses a look shows; null where the interface shows none by its nature.</summary>
    public int? Courses { get; init; }

    /// <summary>How a source file would read it; null where it cannot be harvested this way.</summary>
    public SourceDraft? Draft { get; init; }

    /// <summary>What somebody could do to make this way harvestable; null: nothing.</summary>
    public string? Remedy { get; init; }
}
