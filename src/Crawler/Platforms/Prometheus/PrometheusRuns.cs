using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.OpenEdx;

namespace DcCourseIndex.Crawler.Platforms.Prometheus;

/// <summary>The runs of the LMS, by which the site's courses get their dates. <paramref name="Missed"/>: the LMS was out of order tonight.</summary>
internal sealed record PrometheusRuns(IReadOnlyDictionary<string, OpenEdxCourse> Courses, bool Reserved, bool Missed)
{
    /// <summary>Never refuses: courses without their runs are courses all the same.</summary>
    public static async Task<PrometheusRuns> ReadAsync(Uri lms, IPageFetcher fetcher, CancellationToken ct)
    {
        var nothing = new Dictionary<string, OpenEdxCourse>();
        try
        {
            return await new OpenEdxList(lms, fetcher).ReadAsync(ct) is ({ } listed, _)
                ? new(OpenEdxCourse.Join(listed.Runs), listed.Reserved, Missed: false)
                : new(nothing, Reserved: false, Missed: false);
        }
        catch (ListingUnreliableException)
        {
            return new(nothing, Reserved: false, Missed: true);
        }
    }

    public OpenEdxCourse? Of(string? course) => course is null ? null : Courses.GetValueOrDefault(course);
}
