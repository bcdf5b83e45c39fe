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
    private const int PageSize = 50;
    private const int FailuresInARow = 5;

    // Pages that were no course may have become one.
    private const int LookAgainDays = 14;

    private readonly RunPlace? last = RunPlace.Valid(fetcher.Past, LookAgainDays);
    private int others;

    /// <summary>What one address brought; nothing at all: the page is gone or no course.</summary>
    private sealed record Found(SitemapEntry Entry, RawListing? Listing, Refusal? Refusal = null);

    /// <summary>The sitemap is read again on every resume, the pages only behind the marker (the last address's identifier).</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var (courses, failures) = (0, 0);
        // A page that could not be read is no page that was no course, so only a run without refusals is remembered as one that saw them all.
        var whole = marker is null;
        var listings = new List<RawListing>(PageSize);
        var refusals = new List<Refusal>();
        var read = 0;
        var waiting = chosen.Where(entry => marker is null || string.CompareOrdinal(entry.Id, marker) > 0).ToList();
        foreach (var portion in waiting.Chunk(PageSize * 10))
        {
            var kept = await fetcher.Past.DetailsAsync([.. portion.Select(entry => entry.Id)], ct);
            await foreach (var found in Ahead.SelectAsync(portion, source.Politeness.AtOnce, (entry, token) => LookAsync(entry, kept, token), ct))
            {
                read++;
                if (found.Listing is not null) listings.Add(found.Listing);
                else if (found.Refusal is not null) refusals.Add(found.Refusal);
                else others++;
                whole &= found.Refusal is null;
                failures = found.Refusal is null ? 0 : failures + 1;
                if (failures == FailuresInARow) throw new ListingUnreliableException($"{source.Name}: {failures} pages in a row could not be read, the last one: {found.Refusal!.Reason}");
                if (read % PageSize != 0 && read < waiting.Count) continue;
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
        if (kept.Fresh(entry.Id, entry.IsUnchangedSince) is { } known) return new(entry, known);
        if (WasNoCourse(entry, kept)) return new(entry, null);
        var page = await fetcher.FetchAsync(new PageRequest(entry.Address), ct);
        if (page.Failure is { } failure) return Refused(entry, failure.Message);
        if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new(entry, null);
        if (!page.IsSuccess) return Refused(entry, $"the portal answered {(int)page.Status}; open the address in a browser.");
        if (!source.Owns(page.Address)) return Refused(entry, $"the address leads to another host ({page.Address.Host}), which is not followed.");
        var listing = CoursePageReader.Read(page, entry.Id, anyPage);
        // Without a date of change a validator tells what changed, and costs little; only without both the page rests for some nights.
        var stamp = entry.Changed is null && page.HasValidator ? null : kept.Stamp(entry.Changed ?? "");
        return new(entry, listing is null ? null : listing with { Read = stamp });
    }

    // A day's margin: lastmod is often a date without time, in the site's own zone.
    private bool WasNoCourse(SitemapEntry entry, KeptDetails kept) =>
        last is not null && !kept.Knows(entry.Id)
        && SitemapEntry.Moment(entry.Changed) is { } changed && SitemapEntry.Moment(last.Seen) is { } seen && changed < seen.AddDays(-1);

    private string? Bookmark() => fetcher.Past is { IsKept: true } past
        ? new RunPlace(past.Began.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), last?.Whole ?? past.Began).ToString()
        : null;

    private static Found Refused(SitemapEntry entry, string reason) =>
        new(entry, null, new Refusal(entry.Id, $"{entry.Address}: {reason}", entry.Address.AbsoluteUri));
}
