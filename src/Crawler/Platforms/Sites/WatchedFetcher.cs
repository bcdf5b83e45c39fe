using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>Notes whether a portal was out of order, so that what could not be read tonight is told from what does not exist.</summary>
internal sealed class WatchedFetcher(IPageFetcher inner) : IPageFetcher
{
    /// <summary>Some answer did not come, or came too late, or broke off.</summary>
    public bool Failed { get; private set; }

    public PastHarvest Past => inner.Past;

    public int Portion => inner.Portion;

    public Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => inner.SitemapsAsync(address, ct);

    public async Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        var page = await inner.FetchAsync(request, ct);
        Failed |= page.Failure is { Kind: not (FailureKind.ForbiddenByRobots or FailureKind.WrongContent) } || (int)page.Status is 429 or >= 500;
        return page;
    }
}
