using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Links;

/// <summary>The page fetchers of one host's check: one for each source whose links lead there.</summary>
internal sealed class HostFetchers(PageFetchers fetchers, HostRules rules, string host) : IDisposable
{
    // Enough for the words that matter; a larger page was there to be sent.
    private const int MaxBodyBytes = 1024 * 1024;

    private readonly Dictionary<string, PageFetcher> open = new(StringComparer.Ordinal);

    public long Requests => open.Values.Sum(fetcher => fetcher.Figures.Requests);

    /// <summary>One page as the link's source asks for it; nothing is remembered of it.</summary>
    public Task<Page> FetchAsync(CourseLink link, Uri address, CancellationToken ct)
    {
        if (!open.TryGetValue(link.Source, out var fetcher))
        {
            open[link.Source] = fetcher = fetchers.For(rules.Asking(link.Source, host), maxBodyBytes: MaxBodyBytes);
        }

        return fetcher.FetchAsync(new PageRequest(address) { Private = true }, ct);
    }

    public void Dispose()
    {
        foreach (var fetcher in open.Values)
        {
            fetcher.Dispose();
        }
    }
}
