using System.Globalization;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>One run over a feed with its older pages, or over all feeds of a list.</summary>
internal sealed class FeedHarvest(SourceDefinition source, IPageFetcher fetcher)
{
    private const int LastPage = 200;
    private const int MostFeeds = 500;

    // Older pages are looked through again after so many days: an entry may be taken back or changed without a new date.
    private const int WholeListDays = 14;

    /// <summary>What is asked for of a feed.</summary>
    public const string Accepted = "application/rss+xml,application/atom+xml,application/xml,text/xml";

    /// <summary>A feed whose newest entries announce no course is as good as another; default: a first run that finds none is a failure.</summary>
    public bool MayShowNone { get; init; }

    /// <summary>The platform's identifier of an entry; default: the entry's own.</summary>
    public Func<string, string> IdOf { get; init; } = id => id;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly RunPlace? last = RunPlace.Valid(fetcher.Past, WholeListDays);
    private DateTimeOffset? newest;
    private int entries;
    private int courses;

    /// <summary>The marker is the number of feeds that are done.</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        newest = last is null ? null : FeedDates.Of(last.Seen);
        var (feeds, first, firstPage, refusals) = await FeedsAsync(ct);
        var whole = refusals.Count == 0;
        if (refusals.Count > 0) yield return new ListingPage([], refusals) { Partial = true };

        var (done, failed) = (0, (Refusal?)null);
        for (var i = int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0; i < feeds.Count; i++)
        {
            var (address, document) = ((Uri?)feeds[i], i == 0 ? first : null);
            for (var number = 1; address is not null; number++)
            {
                (document, var page, failed) = document is not null ? (document, firstPage, null) : await DocumentAsync(address, alone: feeds.Count == 1, ct);
                whole &= failed is null && document!.IsComplete;
                if (document is null)
                {
                    yield return new ListingPage([], [failed!]) { Partial = true };
                    break;
                }

                done++;
                var listed = await ListAsync(document, address, page!.Rules.Reserved, ct);
                address = Following(document, number);
                var ends = address is null && i == feeds.Count - 1;
                yield return listed with
                {
                    Marker = address is null ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}") : null,
                    Partial = !whole,
                    Bookmark = ends ? Bookmark() : null,
                };
                document = null;
            }
        }

        if (marker is null && done == 0) throw new ListingUnreliableException(failed?.Reason ?? $"{source.Address}: the list names no feed on {source.Address?.Host}; write the feed's own address as `address:` in {source.Name}.yml.");
        if (marker is null && entries == 0) throw new ListingUnreliableException($"{source.Address}: the feed holds no entry; open the address in a browser, and check `address:` in {source.Name}.yml.");
        if (!MayShowNone && marker is null && fetcher.Past.Bookmark is null && courses == 0)
        {
            throw new ListingUnreliableException($"{source.Address}: none of the {entries} entries announces a course; name the categories that do under `categories:` in {source.Name}.yml, or \"*\" where every entry is a course.");
        }
    }

    private async Task<(IReadOnlyList<Uri> Feeds, FeedDocument? First, Page FirstPage, List<Refusal> Refusals)> FeedsAsync(CancellationToken ct)
    {
        var root = source.Document();
        var page = Answers.Demand(await fetcher.FetchAsync(Request(root), ct));
        var document = FeedReader.Read(page);
        asked.Add(root.AbsoluteUri);
        if (document.Feeds is not { } named) return ([root], document, page, []);
        var foreign = named.Where(feed => !source.Owns(feed)).ToList();
        var own = named.Where(source.Owns).ToList();
        var refusals = foreign.Take(20).Select(feed => new Refusal(null, $"{feed}: the list names this feed of another host, which is not asked; write it as a source of its own.", feed.AbsoluteUri)).ToList();
        if (own.Count > MostFeeds) refusals.Add(new Refusal(null, $"{root}: the list names {own.Count} feeds, and the first {MostFeeds} are read; write a shorter list as `address:`.", root.AbsoluteUri));
        return ([.. own.Take(MostFeeds)], null, page, refusals);
    }

    /// <summary>Of one feed alone a failure refuses the run; of several it is a refusal beside the others.</summary>
    private async Task<(FeedDocument? Document, Page? Page, Refusal? Refusal)> DocumentAsync(Uri address, bool alone, CancellationToken ct)
    {
        asked.Add(address.AbsoluteUri);
        var page = await fetcher.FetchAsync(Request(address), ct);
        try
        {
            var document = FeedReader.Read(Answers.Demand(page));
            return document.Feeds is null ? (document, page, null) : (null, page, new Refusal(null, $"{address}: the list names another list of feeds, which is not followed; write it as a source of its own.", address.AbsoluteUri));
        }
        catch (ListingUnreliableException unreadable) when (!alone)
        {
            return (null, page, new Refusal(null, unreadable.Message, address.AbsoluteUri));
        }
    }

    private async Task<ListingPage> ListAsync(FeedDocument document, Uri address, bool reserved, CancellationToken ct)
    {
        var listings = new List<RawListing>();
        var refusals = new List<Refusal>();
        var others = new List<string>();
        foreach (var entry in document.Entries.Where(entry => seen.Add(entry.Id)))
        {
            entries++;
            newest = entry.Changed is { } changed && (newest is null || changed > newest) ? changed : newest;
            try
            {
                if (FeedListing.Of(entry, source.Categories) is { } listing) listings.Add(listing with { Id = IdOf(entry.Id), Reserved = reserved ? true : null });
                else others.Add(IdOf(entry.Id));
            }
            catch (ListingUnreliableException unreadable)
            {
                refusals.Add(new Refusal(IdOf(entry.Id), unreadable.Message, entry.Link.AbsoluteUri));
            }
        }

        if (document.Unfit > 0) refusals.Add(new Refusal(null, $"{address}: {document.Unfit} entries have no title or no address; tell the site's owner.", address.AbsoluteUri));
        courses += listings.Count;
        // What announced a course and does so no more would else stay for ever, because nothing in a feed goes missing.
        var known = await fetcher.Past.DetailsAsync(others, ct);
        return new ListingPage(listings, refusals) { Deleted = [.. others.Where(known.Knows)] };
    }

    // Older pages are of no interest where the newest run knew all of this one; a feed that names itself, or goes on for ever, ends.
    private Uri? Following(FeedDocument document, int number)
    {
        if (document.Next is not { } next || number >= LastPage || document.Entries.Count == 0 || !source.Owns(next) || asked.Contains(next.AbsoluteUri)) return null;
        var since = last is null ? null : FeedDates.Of(last.Seen)?.AddDays(-1);
        return since is not null && document.Entries.All(entry => entry.Changed < since) ? null : next;
    }

    private string? Bookmark() => fetcher.Past.IsKept
        ? new RunPlace((newest ?? fetcher.Past.Began).UtcDateTime.ToString("O", CultureInfo.InvariantCulture), last?.Whole ?? fetcher.Past.Began).ToString()
        : null;

    private static PageRequest Request(Uri address) => new(address) { Accept = Accepted };
}
