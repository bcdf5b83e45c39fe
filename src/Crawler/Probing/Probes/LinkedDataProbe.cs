using System.Globalization;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sitemap;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Looks for courses that the given page itself describes as schema.org does. They are no list to harvest, but say that the courses' own pages are worth reading.</summary>
internal sealed class LinkedDataProbe : IProbe
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        if (site.Document is null) return Task.FromResult<IReadOnlyList<ProbeFinding>>([]);
        var courses = 0;
        try
        {
            courses = CoursePageReader.ReadAll(site.Home, "page", anyPage: false).Count;
        }
        catch (ListingUnreliableException)
        {
            // Told as a page without courses.
        }

        return Task.FromResult<IReadOnlyList<ProbeFinding>>(
        [
            new("JSON-LD", site.Home.Address, ProbeStatus.Of(site.Home), courses == 0
                ? "the given page describes no course as schema.org does"
                : string.Create(CultureInfo.InvariantCulture, $"the given page describes {courses} courses as schema.org does")) { Courses = courses },
        ]);
    }
}
