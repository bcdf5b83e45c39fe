namespace DcCourseIndex.Crawler.Fetching;

/// <summary>
/// The one door to a portal during one run: robots rules, the host's gate, retries, validators, caps and the address guard lie behind it.
/// Whatever a portal answers comes back as a value, a 404 as much as a timeout; the fetcher has retried what may be retried,
/// so callers do not. Throws only when cancelled. Calls may be made side by side; the host's gate lets in as many as the source may make at once.
/// </summary>
public interface IPageFetcher
{
    /// <summary>Asks for one page.</summary>
    Task<Page> FetchAsync(PageRequest request, CancellationToken ct);

    /// <summary>The sitemaps that the host's robots.txt names, as written there; none where it has none.</summary>
    Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>What earlier runs of the source left for this one.</summary>
    PastHarvest Past => PastHarvest.None;

    /// <summary>How many courses are looked at one by one before they are handed on as a page; fewer where somebody only wants a sample.</summary>
    int Portion => Portions.Harvest;
}
