using System.Net;
using System.Text.Json;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>The whole public course list of one LMS. <paramref name="Reserved"/>: its owner reserves text and data mining.</summary>
internal sealed record OpenEdxListed(IReadOnlyList<OpenEdxRun> Runs, IReadOnlyList<Refusal> Refusals, bool Reserved);

/// <summary>Asks the course list interface of one LMS, a hundred runs at a time, to its end: runs of one course may stand on different pages.</summary>
internal sealed class OpenEdxList(Uri lms, IPageFetcher fetcher)
{
    private const int PageSize = 100;
    private const int LastPage = 500;
    private const string Path = "api/courses/v1/courses/";

    public Uri Address => At($"{Path}?page_size={PageSize}");

    /// <summary>
    /// The list, or null and the reason where this portal shows nobody its list. Throws <see cref="ListingUnreliableException"/> for a portal that is out
    /// of order, for half a list, and for an empty one.
    /// </summary>
    public async Task<(OpenEdxListed? Listed, string? Closed)> ReadAsync(CancellationToken ct)
    {
        var runs = new Dictionary<string, OpenEdxRun>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        var seen = new HashSet<Uri>();
        var reserved = false;
        Uri? next = Address;
        while (next is { } address && seen.Add(address))
        {
            if (seen.Count > LastPage) throw new ListingUnreliableException($"{address}: the course list goes on after {LastPage} pages, as if it had no end; look at its paging in a browser and tell the portal's owner.");
            var answer = await fetcher.FetchAsync(new PageRequest(address) { Accept = "application/json" }, ct);
            // The number of pages is an estimate that shrinks while paging: a page beyond the end answers 404.
            if (seen.Count > 1 && answer.Failure is null && answer.Status == HttpStatusCode.NotFound) break;
            if (seen.Count == 1 && Closed(answer) is { } closed) return (null, closed);
            using var json = Answers.Json(answer);
            var page = OpenEdxReader.Page(json.RootElement, answer.Address) ?? throw NoList(address);
            reserved |= answer.Rules.Reserved;
            // Pages shift while they are read, and show a run twice.
            foreach (var run in page.Runs) runs.TryAdd(run.Key, run);
            refusals.AddRange(page.Strange.Select(id => new Refusal(id, $"{address}: the entry «{id}» has no course key or no name.", address.AbsoluteUri)));
            next = Next(page.Next, address);
        }

        return runs.Count > 0
            ? (new OpenEdxListed([.. runs.Values], refusals, reserved), null)
            : throw new ListingUnreliableException($"{Address}: the course list is empty or holds only hidden courses; open it in a browser, and if the portal has courses, ask its owner.");
    }

    // Another answer may come tomorrow from a portal that is out of order, but not from one that has no list for strangers.
    private static string? Closed(Page answer)
    {
        if (answer.Failure is { Kind: FailureKind.ForbiddenByRobots } forbidden) return forbidden.Message;
        if (answer.Failure is not null) return null;
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed)) return null;
        try
        {
            using var json = Answers.Json(answer);
            return OpenEdxReader.Page(json.RootElement, answer.Address) is null ? NoList(answer.Address).Message : null;
        }
        catch (ListingUnreliableException e) when (e.InnerException is not JsonException)
        {
            return e.Message;
        }
    }

    // Behind a proxy the portal writes http:// into its links, so only the query is taken.
    private Uri? Next(Uri? next, Uri from)
    {
        if (next is null) return null;
        if (string.Equals(next.Host, from.Host, StringComparison.OrdinalIgnoreCase)) return new Uri(At(Path), next.Query);
        throw new ListingUnreliableException($"{from}: the list goes on at another host ({next.Host}), which is not followed; if it is the portal's, write it as `address:`.");
    }

    private static ListingUnreliableException NoList(Uri address) => new($"{address}: the answer is no course list; check `address:` (the LMS, not the catalogue site) and `platform:`.");

    private Uri At(string path) => SourceAddress.Below(lms, path);
}
