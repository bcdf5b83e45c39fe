using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Any portal that has a sitemap and describes its courses on their own pages, best as schema.org courses; one request for each page that changed.</summary>
public sealed class SitemapPlatform : ICoursePlatform
{
    public string Name => "sitemap";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source).Concat(source.Categories
        .Where(category => !category.TrimStart().StartsWith('/'))
        .Select(category => new ConfigProblem(source.File, null, $"`categories:` holds «{category}»; for a sitemap it says which addresses are course pages: write paths, such as \"/courses/*\".")));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var walk = new SitemapWalk(source, fetcher);
        var all = await walk.ReadAsync(ct);
        PathPattern[] patterns = [.. source.Categories.Select(category => new PathPattern(category))];
        var chosen = patterns.Length == 0 ? all : [.. all.Where(entry => patterns.Any(pattern => pattern.Matches(entry.Address)))];
        if (chosen.Count == 0) throw new ListingUnreliableException(Nothing(source, all));

        var harvest = new SitemapHarvest(source, fetcher, chosen, anyPage: patterns.Length > 0);
        IReadOnlyList<Refusal> gone = walk.Gone;
        await foreach (var page in harvest.ReadAsync(marker, ct).ConfigureAwait(false))
        {
            yield return walk.Gone.Count == 0 ? page : page with { Partial = true, Refusals = [.. page.Refusals, .. gone] };
            gone = [];
        }
    }

    private static string Nothing(SourceDefinition source, IReadOnlyList<SitemapEntry> all) => all.Count == 0
        ? $"{source.Address}: the sitemap lists no address on {source.Address?.Host}; check `address:` in {source.Name}.yml."
        : $"{source.Address}: none of the {all.Count} addresses in the sitemap fits `categories:` ({string.Join(", ", source.Categories)}); one of them is {all[0].Address.PathAndQuery}.";
}
