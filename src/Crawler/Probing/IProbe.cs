namespace DcCourseIndex.Crawler.Probing;

/// <summary>Asks a site by one interface. A site that does not speak it gives a finding that says so, never an exception.</summary>
internal interface IProbe
{
    /// <summary>What was asked and what each answered, in order; empty where nothing on the site hints at the interface.</summary>
    Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct);
}
