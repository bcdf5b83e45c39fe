using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>Asks for no page twice during one look, though several probes want the home page.</summary>
internal sealed class RememberingFetcher(IPageFetcher inner) : IPageFetcher
{
    private readonly Dictionary<string, Page> known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => inner.SitemapsAsync(address, ct);

    /// <inheritdoc/>
    public async Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        if (request.Form is not null || request.Json is not null) return await inner.FetchAsync(request, ct);
        // One address may answer differently to who wants a page and to who wants JSON.
        var key = $"{request.Accept.Split(',', ';')[0].Trim()} {request.Address.AbsoluteUri}";
        if (known.TryGetValue(key, out var page)) return page;
        return known[key] = await inner.FetchAsync(request, ct);
    }
}
