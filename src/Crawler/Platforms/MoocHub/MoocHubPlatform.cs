using System.Net;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.MoocHub;

/// <summary>Portals that publish their courses as MOOChub 2 or 3, the exchange format of European course providers; <c>address:</c> is that of the list itself. One request a page of the list.</summary>
public sealed class MoocHubPlatform : ICoursePlatform
{
    private const int LastPage = 2_000;

    // A page in the middle may be empty, or repeat what moved while the list was read.
    private const int StalePages = 3;

    // What the format's own versioning asks of clients; some plugins know only plain JSON and refuse the rest.
    private const string Wanted = "application/vnd.api+json; moochub-version=3, application/json";
    private const string Plain = "application/json";

    public string Name => "moochub";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var next = Uri.TryCreate(marker, UriKind.Absolute, out var resumed) && source.Owns(resumed) ? resumed : source.Document();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var totals = new HashSet<int>();
        var (stale, courses) = (0, 0);
        for (var number = 1; ; number++)
        {
            asked.Add(next.AbsoluteUri);
            var page = await AskAsync(fetcher, next, ct);
            var list = Read(page, source);
            var fresh = list.Listings.Where(listing => seen.Add(listing.Id)).Select(listing => page.Rules.Reserved ? listing with { Reserved = true } : listing).ToList();
            courses += fresh.Count;
            stale = fresh.Count > 0 ? 0 : stale + 1;
            if (list.Total is { } total) totals.Add(total);

            var following = Following(list, next, source);
            var circle = following is not null && (asked.Contains(following.AbsoluteUri) || stale == StalePages || number == LastPage);
            // Some lists name themselves as what follows their last page.
            var ends = following is null || (circle && list.Last is { } last && last == next);
            yield return new ListingPage(fresh, circle && !ends ? [.. list.Refusals, Circle(next)] : list.Refusals, following is null || circle ? null : following.AbsoluteUri, Expected(totals, courses, marker))
            {
                Partial = circle && !ends,
            };
            if (following is null || circle) break;
            next = following;
        }

        if (courses == 0 && marker is null) throw new ListingUnreliableException($"{source.Address}: the list holds no course; open the address in a browser, and check `address:` in {source.Name}.yml.");
    }

    private static async Task<Page> AskAsync(IPageFetcher fetcher, Uri address, CancellationToken ct)
    {
        var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = Wanted }, ct);
        return page.Failure is null && page.Status is HttpStatusCode.NotAcceptable or HttpStatusCode.UnsupportedMediaType
            ? await fetcher.FetchAsync(new PageRequest(address) { Accept = Plain }, ct)
            : page;
    }

    private static MoocHubList Read(Page page, SourceDefinition source)
    {
        using var json = Answers.Json(page);
        return MoocHubReader.Read(json.RootElement, page.ContentType, page.Address, source.Language);
    }

    // Behind a proxy many lists name their next page as http though they are asked by https.
    private static Uri? Following(MoocHubList list, Uri current, SourceDefinition source)
    {
        if (list.Next is not { } next) return null;
        var same = next.Scheme == "http" && current.Scheme == "https" && next.IsDefaultPort && current.IsDefaultPort
            ? new UriBuilder(next) { Scheme = "https", Port = -1 }.Uri
            : next;
        return source.Owns(same)
            ? same
            : throw new ListingUnreliableException($"{current}: the list goes on at {next}, which is another host and not asked; tell the portal's owner, or write that list as a source of its own.");
    }

    // A total that changes from page to page, or is less than what was listed already, says nothing.
    private static int? Expected(HashSet<int> totals, int courses, string? marker) =>
        marker is null && totals.Count == 1 && totals.First() is var total && total >= courses ? total : null;

    private static Refusal Circle(Uri address) => new(
        null,
        $"{address}: the list repeats itself instead of ending; courses that it does not list are not counted as missing. Tell the portal's owner that `links.next` leads in circles.",
        address.AbsoluteUri);
}
