namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What the crawl role answers to a portal's address: how it can be harvested, and what a harvest would find. Nothing of it is in force.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Address">As it was asked.</param>
/// <param name="Requests">How often the portal was asked.</param>
public sealed record PortalProposal(string Name, string Address, long Requests)
{
    /// <summary>The source file; null where the portal shows no course.</summary>
    public string? FileText { get; init; }

    /// <summary>Why there is no file and what to do, or why its courses could not be looked at; null where nothing is wrong.</summary>
    public string? Trouble { get; init; }

    /// <summary>Everything that was asked, and what answered.</summary>
    public IReadOnlyList<PortalAnswer> Answers { get; init; } = [];

    /// <summary>The first courses, ten at most.</summary>
    public IReadOnlyList<PortalCourse> Courses { get; init; } = [];

    /// <summary>What to change before or after the source is in force, as sentences.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Sources that read the same host already.</summary>
    public IReadOnlyList<string> SameHost { get; init; } = [];
}

/// <summary>One interface of a portal: its address, the status of the answer, what it is in a clause, how many courses it shows.</summary>
public sealed record PortalAnswer(string Interface, string Asked, string Status, string What, int? Courses);

/// <summary>A course as a harvest would take it. Codes are those of DigComp 2.2.</summary>
public sealed record PortalCourse(string Title, string Url, string Summary, IReadOnlyList<string> Competences);
