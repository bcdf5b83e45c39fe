namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>What the owner says to crawlers before anything else is asked.</summary>
internal sealed class RobotsProbe : IProbe
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var sitemaps = await site.Fetcher.SitemapsAsync(site.Root, ct);
        var rules = site.Home.Rules.NotListed(site.Home.Address) is { } unwanted ? unwanted : "lets us read the given page";
        return [new("robots", site.At("robots.txt"), "read", $"{rules}; names {(sitemaps.Count == 0 ? "no sitemap" : sitemaps.Count == 1 ? "a sitemap" : $"{sitemaps.Count} sitemaps")}")];
    }
}
