using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Platforms.Sites;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Prometheus;

/// <summary>One run over the courses of the site, each with the runs that the LMS has of it.</summary>
internal sealed class PrometheusHarvest(SourceDefinition source, IPageFetcher fetcher, SiteCourses site, PrometheusRuns runs)
{
    private readonly CoursePages pages = new(source, fetcher);

    public IAsyncEnumerable<ListingPage> ReadAsync(string? marker, CancellationToken ct) => new CourseVisits(source, fetcher).ReadAsync(
        site.Courses, LookAsync, [], marker, () => $"{source.Address}: none of {site.Courses.Count} course pages is there any more. {CoursePages.ByFile(source)}", ct);

    private async Task<Looked> LookAsync(SiteCourse course, KeptDetails kept, CancellationToken ct)
    {
        var entry = EntryDigest.Of((course, site.Reserved || runs.Reserved).ToTuple());
        if (kept.Fresh(course.Id, known => IsUnchanged(known, entry)) is { } fresh) return new(fresh);
        var (page, instead) = await pages.AskAsync(course, ct);
        if (page is null) return instead!;
        var read = PrometheusPage.Read(page, course.Id);
        if (read is null && course.Card is null) return CoursePages.Refused(course, $"{course.Address} is the shell of a page that a browser fills. {CoursePages.ByFile(source)}");
        var key = read?.Key?.Course;
        var stamp = course.Changed is null && page.HasValidator ? null : kept.Stamp($"{entry} {EntryDigest.Of(runs.Of(key))} {key}");
        return new(Listing(course, read, runs.Of(key)) with
        {
            Read = stamp,
            Reserved = page.Rules.Reserved || site.Reserved || runs.Reserved ? true : null,
        });
    }

    // Which course of the LMS it is, only the page says; what the LMS says of it may be new without the page.
    private bool IsUnchanged(string known, string entry) =>
        known.Split(' ', 3) is [var listed, var joined, var key] && listed == entry && (runs.Missed || joined == EntryDigest.Of(runs.Of(key.Length == 0 ? null : key)));

    private static RawListing Listing(SiteCourse course, PrometheusPage? page, OpenEdxCourse? lms)
    {
        var (card, read, plus) = (course.Card, page?.Listing, PrometheusAddress.IsPlus(course.Address));
        var price = card?.Price ?? page?.Price;
        return (read ?? new RawListing { Id = course.Id, Title = "", Url = "" }) with
        {
            Id = course.Id,
            Title = read?.Title ?? card!.Title,
            Url = course.Address.AbsoluteUri,
            Image = read?.Image ?? card?.Image?.AbsoluteUri,
            Publisher = lms?.Newest.Organisation ?? page?.Key?.Organisation ?? read?.Publisher,
            Price = Wire.Name(plus ? price?.Class ?? Price.Paid : Price.Free),
            Prices = plus && price?.Tag is { } tag ? [tag] : null,
            Access = Wire.Name(Access.Self),
            Mode = lms?.Mode ?? read?.Mode,
            Workload = read?.Workload ?? lms?.Newest.Effort,
            Instances = lms?.Instances() ?? (card?.Start is { } start ? [new RawInstance(start)] : read?.Instances),
        };
    }
}
