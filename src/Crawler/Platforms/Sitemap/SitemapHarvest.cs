using System.Net;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>One run over the course pages of a sitemap: those that changed are asked for, the others are listed as they are kept.</summary>
/// <param name="anyPage">The source file says which addresses are courses, so that a page without any markup is one too.</param>
internal sealed class SitemapHarvest(SourceDefinition source, IPageFetcher fetcher, IReadOnlyList<SitemapEntry> chosen, bool anyPage)
{
    private const int Known = 500;

    // Pages that were no course may have become one.
    private const int LookAgainDays = 14;

    private readonly SitemapPast past = SitemapPast.Of(fetcher.Past, LookAgainDays);
    private readonly UnreadInARow unread = new(source.Name, "pages");
    private readonly HashSet<string> pages = [.. chosen.Select(entry => entry.Id)];
    private readonly HashSet<string> lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> listed = new(StringComparer.Ordinal);
    private int others;

    /// <summary>What one address brought; nothing at all: the page is gone or no course.</summary>
    private sealed record Found(SitemapEntry Entry, IReadOnlyList<RawListing> Listings, Refusal? Refusal = null);

    /// <summary>The sitemap is read again on every resume, the pages only behind the marker (the last address's identifier).</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var courses = 0;
        // A page that could not be read is no page that was no course, so only a run without refusals is remembered as one that saw them all.
        var whole = marker is null;
        var listings = new List<RawListing>(fetcher.Portion);
        var refusals = new List<Refusal>();
        var read = 0;
        var waiting = chosen.Where(entry => marker is null || string.CompareOrdinal(entry.Id, marker) > 0).ToList();
        foreach (var portion in waiting.Chunk(Known))
        {
            var kept = await fetcher.Past.DetailsAsync([.. portion.Select(entry => entry.Id)], ct);
            await foreach (var found in Ahead.SelectAsync(portion, source.Politeness.AtOnce, (entry, token) => LookAsync(entry, kept, token), ct))
            {
                read++;
                if (found.Listings.Count > 0) listings.AddRange(Own(found));
                else if (found.Refusal is not null) refusals.Add(found.Refusal);
                else others++;
                whole &= found.Refusal is null;
                unread.Note(found.Refusal);
                if (read % fetcher.Portion != 0 && read < waiting.Count) continue;
                courses += listings.Count;
                yield return new ListingPage(listings, refusals, found.Entry.Id, chosen.Count - others) { Bookmark = whole && read == waiting.Count ? Bookmark() : null };
                (listings, refusals) = ([], []);
            }
        }

        if (courses == 0 && marker is null)
        {
            throw new ListingUnreliableException($"{source.Address}: none of {chosen.Count} pages describes a course as schema.org does; say which addresses are courses under `categories:` in {source.Name}.yml, for example \"/courses/*\".");
        }
    }

    private async Task<Found> LookAsync(SitemapEntry entry, KeptDetails kept, CancellationToken ct)
    {
        if (kept.Fresh(entry.Id, entry.IsUnchangedSince) is { } known) return new(entry, [known]);
        if (WasNoCourse(entry, kept)) return new(entry, []);
        var page = await fetcher.FetchAsync(new PageRequest(entry.Address), ct);
        if (page.Failure is { } failure) return Refused(entry, failure.Message);
        if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new(entry, []);
        if (!page.IsSuccess) return Refused(entry, $"the portal answered {(int)page.Status}; open the address in a browser.");
        if (!source.Owns(page.Address)) return Refused(entry, $"the address leads to another host ({page.Address.Host}), which is not followed.");
        var listings = CoursePageReader.ReadAll(page, entry.Id, anyPage);
        // Without a date of change a validator tells what changed, and costs little; only without both the page rests for some nights.
        var stamp = entry.Changed is null && page.HasValidator ? null : kept.Stamp(entry.Changed ?? "");
        return new(entry, listings is [{ } only] && only.Id == entry.Id ? [only with { Read = stamp }] : listings);
    }

    // Of a page that lists courses, those that have a page of their own in the sitemap are read there, and each only once.
    private List<RawListing> Own(Found found)
    {
        if (found.Listings is [{ } only] && only.Id == found.Entry.Id) return [only];
        lists.Add(found.Entry.Id);
        return found.Listings.Where(listing => !pages.Contains(listing.Id) && listed.Add(listing.Id)).ToList();
    }

    // A day's margin: lastmod is often a date without time, in the site's own zone.
    private bool WasNoCourse(SitemapEntry entry, KeptDetails kept) =>
        past.Last is { } last && !kept.Knows(entry.Id) && !past.Lists.Contains(entry.Id)
        && SitemapEntry.Moment(entry.Changed) is { } changed && SitemapEntry.Moment(last.Seen) is { } seen && changed < seen.AddDays(-1);

    private string? Bookmark() => fetcher.Past is { IsKept: true } run
        ? SitemapPast.Bookmark(new RunPlace(run.Began.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), past.Last?.Whole ?? run.Began), lists)
        : null;

    private static Found Refused(SitemapEntry entry, string reason) =>
        new(entry, [], new Refusal(entry.Id, $"{entry.Address}: {reason}", entry.Address.AbsoluteUri));
}
