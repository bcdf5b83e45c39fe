using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sites;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Diia;

/// <summary>One run over the courses and series of the portal. What it says of all of them: free, at one's own pace, with an account of one's own, and with a certificate that it lets others check.</summary>
internal sealed class DiiaHarvest(SourceDefinition source, IPageFetcher fetcher, SiteCourses site)
{
    private readonly CoursePages pages = new(source, fetcher);

    public IAsyncEnumerable<ListingPage> ReadAsync(string? marker, CancellationToken ct) => new CourseVisits(source, fetcher).ReadAsync(
        site.Courses, LookAsync, [], marker, () => $"{source.Address}: none of {site.Courses.Count} course pages is there any more. {CoursePages.ByFile(source)}", ct);

    private async Task<Looked> LookAsync(SiteCourse course, KeptDetails kept, CancellationToken ct)
    {
        var entry = EntryDigest.Of((course, site.Reserved).ToTuple());
        if (kept.Fresh(course.Id, entry) is { } known) return new(known);
        var (page, instead) = await pages.AskAsync(course, ct);
        if (page is null) return instead!;
        var read = DiiaPage.Read(page, course.Id);
        if (read.IsTest) return Looked.Nothing;
        if (read.Listing is null && course.Card is null) return CoursePages.Refused(course, $"{course.Address} is the shell of a page that a browser fills. {CoursePages.ByFile(source)}");
        return new(Listing(course, read.Listing) with
        {
            Read = course.Changed is null && page.HasValidator ? null : kept.Stamp(entry),
            Reserved = page.Rules.Reserved || site.Reserved ? true : null,
        });
    }

    private static RawListing Listing(SiteCourse course, RawListing? page)
    {
        var card = course.Card;
        var (title, summary, subjects) = (page?.Title ?? card!.Title, page?.Summary ?? card?.Summary, DiiaPage.Joined(card?.Subjects, page?.Subjects));
        return (page ?? new RawListing { Id = course.Id, Title = title, Url = "" }) with
        {
            Title = title,
            Url = course.Address.AbsoluteUri,
            Summary = summary,
            Image = page?.Image ?? card?.Image?.AbsoluteUri,
            Subjects = subjects,
            // Not every page below /en is translated.
            Language = page?.Language ?? (DiiaAddress.IsEnglish(course.Address) && LanguageGuess.Guess(title, summary ?? "") != "uk" ? "en" : null),
            Price = page?.Price ?? Wire.Name(Price.Free),
            Access = Wire.Name(Access.Self),
            Mode = page?.Mode ?? Wire.Name(CourseMode.SelfPaced),
            Credential = page?.Credential ?? (DiiaKind.EndsWithCertificate(subjects) ? Wire.Name(Credential.Certificate) : null),
        };
    }
}
