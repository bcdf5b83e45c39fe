using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>The courses that a portal's sitemap names, as bare addresses whose pages say the rest.</summary>
internal sealed class SitemapCards(SourceDefinition source, CourseLinks links, IPageFetcher fetcher)
{
    /// <param name="marker">The identifier of the last course that was read; null: from the beginning.</param>
    public async IAsyncEnumerable<CardPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var walk = new SitemapWalk(source, fetcher);
        var all = await walk.ReadAsync(ct);
        var courses = all.Where(entry => links.IsCourse(entry.Address)).ToList();
        if (courses.Count == 0)
        {
            throw new ListingUnreliableException($"{source.Address}: none of the {all.Count} addresses in the sitemap fits links:{(all.Count > 0 ? $"; one of them is {all[0].Address.PathAndQuery}" : "")}; correct links: in {source.Name}.yml.");
        }

        foreach (var portion in courses.Where(entry => marker is null || string.CompareOrdinal(entry.Id, marker) > 0).Chunk(fetcher.Portion))
        {
            yield return new CardPage(
                [.. portion.Select(entry => new Card(entry.Id, entry.Address, FoundValues.Nothing, entry.Changed))], walk.Gone, portion[^1].Id, courses.Count) { Partial = walk.Gone.Count > 0 };
            walk.Gone.Clear();
        }
    }
}
