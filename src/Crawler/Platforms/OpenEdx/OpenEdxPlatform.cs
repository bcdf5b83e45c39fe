using System.Net;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Open edX portals by their public course list, one request for every hundred runs and one for each course's long description.</summary>
public sealed class OpenEdxPlatform : ICoursePlatform
{
    private const int PageSize = 100;
    private const int LastPage = 500;

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
        var (runs, refusals, reserved) = await RunsAsync(source, fetcher, ct);
        var courses = OpenEdxCourse.Join(runs);
        if (courses.Count == 0)
        {
            throw new ListingUnreliableException($"{ListAddress(source)}: the course list is empty or holds only hidden courses; open it in a browser, and if the portal has courses, ask its owner.");
        }

        var details = new OpenEdxDetails(source, fetcher);
        foreach (var chunk in courses.Chunk(PageSize))
        {
            var listings = new List<RawListing>(chunk.Length);
            var kept = await fetcher.Past.DetailsAsync([.. chunk.Select(course => course.Id)], ct);
            await foreach (var (listing, refusal) in Ahead.SelectAsync(chunk, source.Politeness.AtOnce, (course, token) => ListingAsync(source, course, details, kept, reserved, token), ct))
            {
                if (listing is not null) listings.Add(listing);
                if (refusal is not null) refusals.Add(refusal);
            }

            yield return new ListingPage(listings, refusals, Marker: null, Expected: courses.Count);
            refusals = [];
        }
    }

    private static async Task<(RawListing? Listing, Refusal? Refusal)> ListingAsync(
        SourceDefinition source, OpenEdxCourse course, OpenEdxDetails details, KeptDetails kept, bool reserved, CancellationToken ct)
    {
        var entry = EntryDigest.Of((course, reserved).ToTuple());
        if (kept.Fresh(course.Id, entry) is { } known) return (known, null);
        var (overview, rules, address, rests) = await details.OfAsync(course.Newest.Key, ct);
        return rules.NotListed(address) is { } unwanted
            ? (null, new Refusal(course.Id, unwanted, address.AbsoluteUri))
            : (course.Listing(source, overview) with { Read = rests ? kept.Stamp(entry) : null, Reserved = rules.Reserved || reserved ? true : null }, null);
    }

    // Runs of one course may stand on different pages, so the list is read to its end before anything is joined.
    private static async Task<(List<OpenEdxRun> Runs, List<Refusal> Refusals, bool Reserved)> RunsAsync(SourceDefinition source, IPageFetcher fetcher, CancellationToken ct)
    {
        var runs = new List<OpenEdxRun>();
        var refusals = new List<Refusal>();
        var seen = new HashSet<Uri>();
        var reserved = false;
        Uri? next = ListAddress(source);
        while (next is { } address && seen.Add(address))
        {
            if (seen.Count > LastPage) throw new ListingUnreliableException($"{address}: the course list goes on after {LastPage} pages, as if it had no end; look at its paging in a browser and tell the portal's owner.");
            var answer = await fetcher.FetchAsync(new PageRequest(address) { Accept = "application/json" }, ct);
            // The number of pages is an estimate that shrinks while paging: a page beyond the end answers 404.
            if (seen.Count > 1 && answer.Failure is null && answer.Status == HttpStatusCode.NotFound) break;
            using var json = Answers.Json(answer);
            var page = OpenEdxReader.Page(json.RootElement, answer.Address)
                ?? throw new ListingUnreliableException($"{address}: the answer is no course list; check `address:` (the LMS, not the catalogue site) and `platform:`.");
            reserved |= answer.Rules.Reserved;
            runs.AddRange(page.Runs);
            refusals.AddRange(page.Strange.Select(id => new Refusal(id, $"{address}: the entry «{id}» has no course key or no name.", address.AbsoluteUri)));
            next = Next(source, page.Next, address);
        }

        return (runs, refusals, reserved);
    }

    // Behind a proxy the portal writes http:// into its links, so only the query is taken.
    private static Uri? Next(SourceDefinition source, Uri? next, Uri from)
    {
        if (next is null) return null;
        if (string.Equals(next.Host, from.Host, StringComparison.OrdinalIgnoreCase)) return new Uri(source.At("api/courses/v1/courses/"), next.Query);
        throw new ListingUnreliableException($"{from}: the list goes on at another host ({next.Host}), which is not followed; if it is the portal's, write it as `address:`.");
    }

    private static Uri ListAddress(SourceDefinition source) => source.At($"api/courses/v1/courses/?page_size={PageSize}");
}
