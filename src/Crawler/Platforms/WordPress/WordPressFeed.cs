using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Feeds;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Reads the feed of a site whose interface is closed: its newest posts only, under the identifiers that the interface would give them, so that they stay the same courses when it opens.</summary>
internal static partial class WordPressFeed
{
    private const string Mark = "feed ";

    /// <summary>The pages of the interface, or of the feed where the interface is closed from the first page on.</summary>
    public static async IAsyncEnumerable<ListingPage> InsteadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, IAsyncEnumerable<ListingPage> rest, [EnumeratorCancellation] CancellationToken ct)
    {
        ListingUnreliableException? closed = null;
        if (marker?.StartsWith(Mark, StringComparison.Ordinal) != true)
        {
            await using var pages = rest.GetAsyncEnumerator(ct);
            var (began, goesOn) = (false, true);
            while (goesOn)
            {
                try
                {
                    goesOn = await pages.MoveNextAsync();
                }
                catch (ListingUnreliableException e) when (e.IsClosed && !began && marker is null)
                {
                    (goesOn, closed) = (false, e);
                }

                if (goesOn) yield return pages.Current;
                began = true;
            }

            if (closed is null) yield break;
        }

        var address = await AddressAsync(source, fetcher, ct) ?? throw closed ?? new ListingUnreliableException($"{source.Address}: the site shows its feed no more; harvest again later.");
        var feed = new FeedHarvest(source with { Address = address }, fetcher) { MayShowNone = true, IdOf = PostId };
        await foreach (var page in feed.ReadAsync(marker?[Mark.Length..], ct).ConfigureAwait(false))
        {
            yield return page with
            {
                Marker = page.Marker is { } at ? Mark + at : null,
                Partial = true,
                // The interface would go on from a time that the feed never reached back to.
                Bookmark = null,
            };
        }
    }

    // Sites with plain addresses know their feed by a parameter.
    private static async Task<Uri?> AddressAsync(SourceDefinition source, IPageFetcher fetcher, CancellationToken ct)
    {
        foreach (var address in new[] { source.At("feed/"), new Uri($"{source.At("").AbsoluteUri}?feed=rss2") })
        {
            var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = FeedHarvest.Accepted }, ct);
            if (page.IsSuccess && FeedStart().IsMatch(PageText.Decode(page).Text)) return address;
        }

        return null;
    }

    private static string PostId(string guid) => Post().Match(guid) is { Success: true } match ? match.Groups[1].Value : guid;

    [GeneratedRegex(@"^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedStart();

    [GeneratedRegex(@"[?&](?:p|page_id)=(\d{1,18})$", RegexOptions.CultureInvariant)]
    private static partial Regex Post();
}
