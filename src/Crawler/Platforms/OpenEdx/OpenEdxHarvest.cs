using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>One run over the courses of one LMS, which may be another host than the source's own.</summary>
internal sealed class OpenEdxHarvest(SourceDefinition source, Uri lms, IPageFetcher fetcher)
{
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var catalogue = await OpenEdxCatalogue.ReadAsync(source, lms, fetcher, ct);
        await foreach (var page in ReadAsync(catalogue, marker, ct)) yield return page;
    }

    /// <summary>The same where the catalogue has been read already.</summary>
    public IAsyncEnumerable<ListingPage> ReadAsync(OpenEdxCatalogue catalogue, string? marker, CancellationToken ct)
    {
        var details = new OpenEdxDetails(lms, fetcher, catalogue.ByPage);
        return new CourseVisits(source, fetcher).ReadAsync(
            catalogue.Courses,
            (course, kept, token) => LookAsync(course, catalogue, details, kept, token),
            catalogue.Refusals,
            marker,
            () => $"{lms}: the portal asks not to list any of its {catalogue.Courses.Count} courses; ask its owner.",
            ct);
    }

    private async Task<Looked> LookAsync(
        OpenEdxCourse course, OpenEdxCatalogue catalogue, OpenEdxDetails details, KeptDetails kept, CancellationToken ct)
    {
        var found = catalogue.Searched.Found.GetValueOrDefault(course.Newest.Key);
        var reserved = catalogue.Reserved || catalogue.Searched.Reserved;
        var (listed, searched) = (EntryDigest.Of((course, reserved).ToTuple()), EntryDigest.Of(found));
        // A search that broke off tonight says nothing about what it said before.
        if (kept.Fresh(course.Id, entry => entry == $"{listed} {searched}" || (found is null && catalogue.Searched.Missed && entry.StartsWith($"{listed} ", StringComparison.Ordinal))) is { } known) return new(known);
        var detail = await details.OfAsync(course.Newest.Key, ct);
        if (detail.Rules.NotListed(detail.Address) is { } unwanted) return new(null, new Refusal(course.Id, unwanted, detail.Address.AbsoluteUri));
        return new(course.Listing(lms, detail.About, found) with
        {
            Read = detail.Rests ? kept.Stamp($"{listed} {searched}") : null,
            Reserved = detail.Rules.Reserved || reserved ? true : null,
        });
    }
}
