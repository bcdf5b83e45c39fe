using System.Net;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Makes listings of cards, asking for each course's own page where the recipe reads it and it is not known from an earlier night.</summary>
internal sealed class CardVisits(SourceDefinition source, SourceRecipe recipe, CourseLinks links, IPageFetcher fetcher)
{
    private const int BarrenAtFirst = 5;

    private readonly UnreadInARow unread = new(source.Name, "pages");
    private int barren;

    private sealed record Visited(RawListing? Listing, Refusal? Refusal = null, bool Failed = false);

    /// <summary>The listings of some cards; the marker comes with the last of them.</summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync(CardPage page, [EnumeratorCancellation] CancellationToken ct)
    {
        var refusals = page.Refusals.ToList();
        // An empty page still tells where the run stands.
        var portions = page.Cards.Count == 0 ? [[]] : page.Cards.Chunk(fetcher.Portion).ToList();
        for (var at = 0; at < portions.Count; at++)
        {
            var listings = new List<RawListing>(fetcher.Portion);
            var kept = await fetcher.Past.DetailsAsync([.. portions[at].Select(card => card.Id)], ct);
            await foreach (var visited in Ahead.SelectAsync(portions[at], source.Politeness.AtOnce, (card, token) => VisitAsync(card, kept, token), ct))
            {
                if (visited.Listing is { } listing) listings.Add(page.Reserved ? listing with { Reserved = true } : listing);
                if (visited.Refusal is { } refusal) refusals.Add(refusal);
                unread.Note(visited.Failed ? visited.Refusal : null);
            }

            yield return new ListingPage(listings, refusals, at == portions.Count - 1 ? page.Marker : null, page.Expected) { Partial = page.Partial };
            refusals = [];
        }
    }

    private async Task<Visited> VisitAsync(Card card, KeptDetails kept, CancellationToken ct)
    {
        if (!recipe.AsksForPages) return Made(card, null);
        var entry = card.Changed ?? (card.Found.IsEmpty ? "" : EntryDigest.Of(card.Found));
        if (kept.Fresh(card.Id, known => IsUnchanged(card, entry, known)) is { } known) return new(known);
        var address = recipe.Detail?.At is { } at ? source.At(at.TrimStart('/').Replace("{id}", Uri.EscapeDataString(card.Id), StringComparison.Ordinal).Replace("{url}", Uri.EscapeDataString(card.Url.AbsoluteUri), StringComparison.Ordinal)) : card.Url;
        if (!links.MayAsk(address)) return Refused(card, address, $"the course's page lies on another host ({address.Host}), which is not asked; name it under links: in {source.Name}.yml if the portal's courses lie there.");
        var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = recipe.Detail is { IsJson: true } ? "application/json" : new PageRequest(address).Accept }, ct);
        if (page.Failure is { } failure) return Refused(card, address, failure.Message, failed: true);
        if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return card.Found.IsEmpty ? new(null) : Refused(card, address, "the list names this course, and its page is gone.");
        if (!page.IsSuccess) return Refused(card, address, $"the portal answered {(int)page.Status}; open the address in a browser.", failed: true);
        if (!links.MayAsk(page.Address)) return Refused(card, address, $"the address leads to another host ({page.Address.Host}), which is not followed.");
        return page.Rules.NotListed(page.Address) is { } unwanted ? new(null, new Refusal(card.Id, unwanted, address.AbsoluteUri)) : Read(card, page, kept, entry);
    }

    private Visited Read(Card card, Page page, KeptDetails kept, string entry)
    {
        CoursePage read;
        try
        {
            read = CoursePage.Read(recipe, page, card.Id);
        }
        catch (ListingUnreliableException e)
        {
            // Half an answer about one course says nothing about the list.
            return new(null, new Refusal(card.Id, e.Message, page.Address.AbsoluteUri), Failed: true);
        }

        Notice(read, page.Address);
        var made = Made(card, read);
        // A date of change tells enough; else a validator makes asking again cheap, and only without both the page rests for some nights.
        var stamp = card.Changed is null && page.HasValidator ? null : kept.Stamp(entry);
        return made.Listing is { } listing ? new(listing with { Read = stamp, Reserved = page.Rules.Reserved ? true : null }) : made;
    }

    // The first pages all without anything: the layout changed, and the cards alone would overwrite good courses with poor ones.
    private void Notice(CoursePage read, Uri address)
    {
        if (!read.SaysNothing) Interlocked.Exchange(ref barren, int.MinValue / 2);
        else if (Interlocked.Increment(ref barren) == BarrenAtFirst)
        {
            var ways = recipe.Detail?.Fields.Ways.Values.SelectMany(ways => ways).Take(5).Select(way => $"«{way}»") ?? [];
            throw new ListingUnreliableException($"{address}: on the pages of {BarrenAtFirst} courses nothing was found by {string.Join(", ", ways)}{(recipe.UsesLinkedData ? " or as schema.org markup" : "")}; open one in a browser and correct detail: in {source.Name}.yml.");
        }
    }

    private Visited Made(Card card, CoursePage? page) => RecipeListing.Of(card, page, recipe) is { } listing
        ? new(listing)
        : Refused(card, card.Url, $"no title was found on the course's page; add a way to it under detail: fields: title: in {source.Name}.yml.");

    private static bool IsUnchanged(Card card, string entry, string known) =>
        card.Changed is null ? entry == known : new Sitemap.SitemapEntry(card.Url, card.Changed).IsUnchangedSince(known);

    private static Visited Refused(Card card, Uri address, string reason, bool failed = false) =>
        new(null, new Refusal(card.Id, $"{address}: {reason}", address.AbsoluteUri), failed);
}
