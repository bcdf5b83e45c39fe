using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Open edX portals: one request for every hundred runs, a few for the search, and one for each course's long description.</summary>
public sealed class OpenEdxPlatform : ICoursePlatform
{
    public string Name => "openedx";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source)
    {
        foreach (var problem in SourceAddress.Check(source)) yield return problem;
        if (source.Categories.Count > 0)
        {
            yield return new ConfigProblem(source.File, null, "`categories:` is not known to Open edX, whose course list has none; remove it.");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var lms = source.At("");
        var catalogue = await OpenEdxCatalogue.ReadAsync(source, lms, fetcher, ct);
        var details = new OpenEdxDetails(lms, fetcher, catalogue.ByPage);
        var visits = new CourseVisits(source, fetcher).ReadAsync(
            catalogue.Courses,
            (course, kept, token) => LookAsync(source, course, catalogue, details, kept, token),
            catalogue.Refusals,
            marker,
            () => $"{lms}: the portal asks not to list any of its {catalogue.Courses.Count} courses; ask its owner.",
            ct);
        await foreach (var page in visits) yield return page;
    }

    private static async Task<Looked> LookAsync(
        SourceDefinition source, OpenEdxCourse course, OpenEdxCatalogue catalogue, OpenEdxDetails details, KeptDetails kept, CancellationToken ct)
    {
        var found = catalogue.Searched.Found.GetValueOrDefault(course.Newest.Key);
        var reserved = catalogue.Reserved || catalogue.Searched.Reserved;
        var (listed, searched) = (EntryDigest.Of((course, reserved).ToTuple()), EntryDigest.Of(found));
        // A search that broke off tonight says nothing about what it said before.
        if (kept.Fresh(course.Id, entry => entry == $"{listed} {searched}" || (found is null && catalogue.Searched.Missed && entry.StartsWith($"{listed} ", StringComparison.Ordinal))) is { } known) return new(known);
        var detail = await details.OfAsync(course.Newest.Key, ct);
        if (detail.Rules.NotListed(detail.Address) is { } unwanted) return new(null, new Refusal(course.Id, unwanted, detail.Address.AbsoluteUri));
        return new(course.Listing(source, detail.About, found) with
        {
            Read = detail.Rests ? kept.Stamp($"{listed} {searched}") : null,
            Reserved = detail.Rules.Reserved || reserved ? true : null,
        });
    }
}
