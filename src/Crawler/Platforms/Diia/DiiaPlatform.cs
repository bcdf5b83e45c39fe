using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sites;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Diia;

/// <summary>
/// Дія.Освіта, by its lists and the pages of its courses, and by its sitemap where the lists show nothing. <c>categories:</c> are the lists for some audience
/// (<c>/catalog/appointment/NAME</c>); with <c>/en</c> in its address a source takes the English pages.
/// </summary>
public sealed class DiiaPlatform : ICoursePlatform
{
    public string Name => "diia";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source).Concat(source.Categories
        .Where(category => category.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')))
        .Select(category => new ConfigProblem(source.File, null, $"`categories:` holds «{category}»; write the last part of the address of a list, such as \"for-people-of-elegant-age\" of /catalog/appointment/for-people-of-elegant-age.")));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        Uri[] lists = source.Categories.Count == 0 ? [source.At("courses")] : [.. source.Categories.Select(name => source.At($"catalog/appointment/{name}"))];
        var catalogue = new SiteCatalogue(source, fetcher, DiiaCards.Reading, DiiaAddress.Name);
        var site = await catalogue.ReadAsync(lists, source.Categories.Count == 0 ? SitemapUse.InNeed : SitemapUse.Never, ct);
        if (site.Courses.Count == 0) throw new ListingUnreliableException($"{site.Why} {CoursePages.ByFile(source)}");
        await foreach (var page in new DiiaHarvest(source, fetcher, site).ReadAsync(marker, ct)) yield return page with { Partial = site.Partial };
    }
}
