using System.Globalization;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>
/// One run over the public pages: the category index, each visible category's list of courses, the front page (which also lists
/// courses of hidden categories), then the information pages of those courses of which no list told everything.
/// A portal of 18 categories and 108 courses costs about 20 requests. Where the pages have no validators, a course of which the lists say
/// nothing new is listed as it is kept.
/// </summary>
internal sealed class MoodleVisit(SourceDefinition source, IPageFetcher fetcher)
{
    private readonly MoodleVisitor visitor = new(source, fetcher);
    private readonly UnreadInARow unread = new(source.Name, "courses");

    /// <summary>The lists are read again on every resume, the information pages only from the marker (the last course's id) on.</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var walk = new MoodleWalk(source, visitor);
        var boxes = await walk.ReadAsync(ct);
        if (boxes.Count == 0) throw new ListingUnreliableException(Empty());

        var done = long.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        foreach (var page in boxes.Where(box => box.Id > done).OrderBy(box => box.Id).Chunk(fetcher.Portion))
        {
            var listings = new List<RawListing>(page.Length);
            var refusals = new List<Refusal>();
            var kept = await fetcher.Past.DetailsAsync([.. page.Where(box => !box.Complete).Select(Id)], ct);
            await foreach (var (listing, refusal, notListed) in Ahead.SelectAsync(page, source.Politeness.AtOnce, (box, token) => ListingAsync(box, walk.Categories, kept, token), ct))
            {
                if (listing is not null) listings.Add(listing);
                if (refusal is not null) refusals.Add(refusal);
                unread.Note(notListed ? null : refusal);
            }

            yield return new ListingPage(listings, refusals, page[^1].Id.ToString(CultureInfo.InvariantCulture), boxes.Count);
        }
    }

    // Listing and refusal null: the course was hidden since the list was read. NotListed: its owner does not want it listed, which is no failure.
    private async Task<(RawListing? Listing, Refusal? Refusal, bool NotListed)> ListingAsync(MoodleBox box, MoodleCategories categories, KeptDetails kept, CancellationToken ct)
    {
        if (box.Complete) return (MoodleListing.Of(box, categories.Path(box.Category), source), null, false);
        var entry = EntryDigest.Of((box, categories.Path(box.Category)).ToTuple());
        if (kept.Fresh(Id(box), entry) is { } known) return (known, null, false);
        var address = source.At(MoodleAddresses.Information(box.Id));
        var page = await visitor.AskAsync(address, ct);
        if (page.Failure is { } failure) return (null, Refused(box, address, failure), false);
        if (page.Content.Kind == MoodlePageKind.Error || page.IsGone) return (null, null, false);
        if (page.Content.Rules?.NotListed(address) is { } unwanted) return (null, new Refusal(Id(box), unwanted, address.AbsoluteUri), true);
        var found = page.Content.Boxes.FirstOrDefault(one => one.Id == box.Id);
        if (page.Content.Kind != MoodlePageKind.Listing || found is not { Title.Length: > 0 })
        {
            return (null, Refused(box, address, "its information page shows no course; open it in a browser, the theme may be one that is not known yet."), false);
        }

        var whole = found.With(box) with { Category = box.Category ?? found.Category, Reserved = box.Reserved ?? (page.Content.Rules?.Reserved == true ? true : null) };
        return (MoodleListing.Of(whole, categories.Path(whole.Category), source) with { Read = page.HasValidator ? null : kept.Stamp(entry) }, null, false);
    }

    private static string Id(MoodleBox box) => box.Id.ToString(CultureInfo.InvariantCulture);

    private static Refusal Refused(MoodleBox box, Uri address, string reason) =>
        new(Id(box), $"{address}: {reason}", address.AbsoluteUri);

    private string Empty() => source.Categories.Count > 0
        ? $"{source.Address}: the categories named in `categories:` hold no visible course; check them in a browser."
        : $"{source.Address}: no course is shown to visitors; if the portal has courses, ask its owner for a web-service token and set `token:` in the source file.";
}
