using System.Globalization;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>
/// One run over the courses of one LMS, which may be another host than the source's own. The list is read every night; the search, which costs some requests and
/// seldom says something new, once a week and for courses that are new.
/// </summary>
internal sealed class OpenEdxHarvest(SourceDefinition source, Uri lms, IPageFetcher fetcher)
{
    private static readonly TimeSpan SearchHolds = TimeSpan.FromDays(7);

    private readonly Lock gate = new();
    private Task<OpenEdxSearched>? search;

    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var catalogue = await OpenEdxCatalogue.ReadAsync(source, lms, fetcher, ct);
        await foreach (var page in ReadAsync(catalogue, marker, ct)) yield return page;
    }

    /// <summary>The same where the catalogue has been read already.</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(OpenEdxCatalogue catalogue, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var past = fetcher.Past;
        search = catalogue.Searched is { } searched ? Task.FromResult(searched) : null;
        var isDue = !past.IsKept || !DateTimeOffset.TryParse(past.Bookmark, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last) || past.Began - last >= SearchHolds;
        var asked = isDue ? await SearchAsync(ct) : null;
        var bookmark = past.IsKept && asked is { Missed: false } ? past.Began.ToString("O", CultureInfo.InvariantCulture) : past.Bookmark;

        var details = new OpenEdxDetails(lms, fetcher, catalogue.ByPage);
        var visits = new CourseVisits(source, fetcher).ReadAsync(
            catalogue.Courses,
            (course, kept, token) => LookAsync(course, catalogue, details, kept, isDue, token),
            catalogue.Refusals,
            marker,
            () => $"{lms}: the portal asks not to list any of its {catalogue.Courses.Count} courses; ask its owner.",
            ct);
        await foreach (var page in visits) yield return page with { Bookmark = bookmark };
    }

    private async Task<Looked> LookAsync(OpenEdxCourse course, OpenEdxCatalogue catalogue, OpenEdxDetails details, KeptDetails kept, bool isDue, CancellationToken ct)
    {
        var last = kept.Last(course.Id);
        var searched = isDue || last is null || catalogue.Searched is not null ? await SearchAsync(ct) : null;
        var found = searched?.Found.GetValueOrDefault(course.Newest.Key);
        var reserved = catalogue.Reserved || searched?.Reserved == true;
        var entry = EntryDigest.Of((course, catalogue.Reserved).ToTuple());
        if (kept.Fresh(course.Id, entry) is { } known) return new(Completed(known));

        var detail = await details.OfAsync(course.Newest.Key, ct);
        if (detail.Rules.NotListed(detail.Address) is { } unwanted) return new(null, new Refusal(course.Id, unwanted, detail.Address.AbsoluteUri));
        return new(Completed(course.Listing(lms, detail.About)) with
        {
            Read = detail.Rests ? kept.Stamp(entry) : null,
            Reserved = detail.Rules.Reserved || reserved ? true : null,
        });

        // A search that broke off, or was not asked, says nothing about what it said before.
        RawListing Completed(RawListing listing) => found is not null ? OpenEdxCourse.With(listing, found)
            : last is not null && searched is null or { Missed: true } ? OpenEdxCourse.With(listing, last)
            : listing;
    }

    private Task<OpenEdxSearched> SearchAsync(CancellationToken ct)
    {
        lock (gate) return search ??= new OpenEdxSearch(lms, fetcher).ReadAsync(ct);
    }
}
