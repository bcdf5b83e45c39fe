using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Platforms.Sites;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Prometheus;

/// <summary>
/// Prometheus: a site on WordPress that shows the courses, and an Open edX (<c>lms:</c>) on which they run. The site decides what is a course, by its catalogue and
/// its sitemap; the LMS gives the runs. Only where the site shows nothing, and never showed anything before, the list of the LMS stands alone.
/// </summary>
public sealed class PrometheusPlatform : ICoursePlatform
{
    private const string BySite = "site";

    public string Name => "prometheus";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source)
    {
        foreach (var problem in SourceAddress.Check(source)) yield return problem;
        if (source.Categories.Count > 0)
        {
            yield return new ConfigProblem(source.File, null, "`categories:` is not known to platform prometheus, whose catalogue names none; remove it.");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var catalogue = new SiteCatalogue(source, fetcher, PrometheusCards.Reading, PrometheusAddress.Name);
        var site = await catalogue.ReadAsync([source.At("courses-catalog/")], SitemapUse.Always, ct);
        if (site.Courses.Count > 0)
        {
            var runs = source.Lms is { } lms ? await PrometheusRuns.ReadAsync(lms, fetcher, ct) : new(new Dictionary<string, OpenEdxCourse>(), false, false);
            await foreach (var page in new PrometheusHarvest(source, fetcher, site, runs).ReadAsync(marker, ct))
            {
                yield return page with { Partial = site.Partial, Bookmark = fetcher.Past.IsKept ? BySite : null };
            }

            yield break;
        }

        var courses = await OfLmsAsync(source, fetcher, site, ct);
        await foreach (var page in new OpenEdxHarvest(source, source.Lms!, fetcher).ReadAsync(courses, marker, ct)) yield return page;
    }

    private static async Task<OpenEdxCatalogue> OfLmsAsync(SourceDefinition source, IPageFetcher fetcher, SiteCourses site, CancellationToken ct)
    {
        if (source.Lms is null) throw new ListingUnreliableException($"{site.Why} {CoursePages.ByFile(source)}");
        if (fetcher.Past.Bookmark == BySite)
        {
            // The LMS names courses otherwise than the site: all of them would be new, and all that are known missing.
            throw new ListingUnreliableException($"{site.Why} The courses were read from the site before; to take them from {source.Lms} instead, harvest with --full. {CoursePages.ByFile(source)}");
        }

        try
        {
            return await OpenEdxCatalogue.ReadAsync(source, source.Lms, fetcher, ct);
        }
        catch (ListingUnreliableException e)
        {
            throw new ListingUnreliableException($"{site.Why} Nor does the LMS show any course: {e.Message}{(e.Message.Contains("dccourseindex import", StringComparison.Ordinal) ? "" : " " + CoursePages.ByFile(source))}", e);
        }
    }
}
