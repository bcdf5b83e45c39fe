using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Finds the sitemaps of a portal and reads them all, indexes in indexes too.</summary>
internal sealed class SitemapWalk(SourceDefinition source, IPageFetcher fetcher)
{
    private const int MostFiles = 1000;
    private const int MostAddresses = 500_000;

    // Where sites put them that name none in robots.txt.
    private static readonly string[] Usual = ["sitemap.xml", "sitemap_index.xml", "wp-sitemap.xml"];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SitemapEntry> entries = new(StringComparer.Ordinal);

    // What came when the usual places were tried.
    private Page? probed;

    /// <summary>Files that an index names and that are gone: the list is then not the whole one.</summary>
    public List<Refusal> Gone { get; } = [];

    /// <summary>Every address on the portal's own host, in the order of their identifiers; of one named twice the newer date.</summary>
    public async Task<IReadOnlyList<SitemapEntry>> ReadAsync(CancellationToken ct)
    {
        var waiting = new Queue<Uri>(await RootsAsync(ct));
        while (waiting.TryDequeue(out var address))
        {
            // An index may name itself, or another that names it.
            if (!seen.Add(address.AbsoluteUri)) continue;
            if (seen.Count > MostFiles) throw new ListingUnreliableException($"{source.Address}: the sitemap has more than {MostFiles} files; write the one that lists the courses as `address:`.");
            var page = probed?.Request.Address == address ? probed : await fetcher.FetchAsync(Request(address), ct);
            if (page.Failure is null && page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone && seen.Count > 1)
            {
                Gone.Add(new Refusal(null, $"{address}: the portal's sitemap names this file, which is gone; courses that it listed are not counted as missing. Tell the portal's owner.", address.AbsoluteUri));
                continue;
            }

            Take(SitemapReader.Read(Answers.Demand(page)), waiting);
        }

        return [.. entries.Values.OrderBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    private void Take(SitemapFile file, Queue<Uri> waiting)
    {
        foreach (var next in file.Files) waiting.Enqueue(next);
        foreach (var entry in file.Entries.Where(entry => source.Owns(entry.Address)))
        {
            if (!entries.TryGetValue(entry.Id, out var known) || SitemapEntry.Moment(known.Changed) < SitemapEntry.Moment(entry.Changed)) entries[entry.Id] = entry;
        }

        if (entries.Count > MostAddresses) throw new ListingUnreliableException($"{source.Address}: the sitemap lists more than {MostAddresses} addresses; write the file that lists the courses as `address:`.");
    }

    private async Task<IReadOnlyList<Uri>> RootsAsync(CancellationToken ct)
    {
        var root = source.At("");
        var file = new Uri(root.AbsoluteUri.TrimEnd('/'));
        if (IsFile(file)) return [file];
        var named = (await fetcher.SitemapsAsync(root, ct)).Select(text => Uri.TryCreate(root, text, out var uri) ? uri : null).OfType<Uri>().ToList();
        if (named.Count > 0) return named;
        foreach (var name in Usual)
        {
            var page = await fetcher.FetchAsync(Request(source.At(name)), ct);
            probed = page;
            if (page.IsSuccess) return [source.At(name)];
            if (page.Failure is not null) Answers.Demand(page);
        }

        throw new ListingUnreliableException($"{source.Address}: robots.txt names no sitemap, and there is none at {string.Join(", ", Usual)}; write its address as `address:` in {source.Name}.yml, or choose another `platform:`.");
    }

    private static bool IsFile(Uri address) =>
        address.AbsolutePath.Split('/')[^1].ToLowerInvariant() is var name && (name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".gz", StringComparison.Ordinal) || name.EndsWith(".txt", StringComparison.Ordinal));

    private static PageRequest Request(Uri address) => new(address) { Accept = "application/xml,text/xml,text/plain" };
}
