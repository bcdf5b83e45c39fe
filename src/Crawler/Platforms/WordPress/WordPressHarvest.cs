using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>One run over the posts of a site, then its pages, then what it keeps as courses.</summary>
internal sealed class WordPressHarvest(SourceDefinition source, IPageFetcher fetcher, WordPressRest rest, IReadOnlyList<long> allowed)
{
    private const int LastPage = 1000;

    private readonly HashSet<long> seen = [];
    private int found;

    public async IAsyncEnumerable<ListingPage> ReadAsync(IReadOnlyList<WordPressType> types, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var changes = WordPressChanges.Begin(fetcher.Past, marker);
        for (; changes.Type < types.Count; changes = changes with { Type = changes.Type + 1, Page = 0 })
        {
            var type = types[changes.Type];
            for (var number = changes.Page + 1; ; number++)
            {
                // Posts are what the site is read for; a site may well keep its pages to itself.
                if (await rest.ListAsync(Route(type, changes.Since), number, ct, mayBeClosed: type != WordPressType.Posts) is not var (answer, last, rules)) break;
                using var json = answer;
                var posts = WordPressReader.Posts(answer.RootElement, source.At(""))
                    ?? throw new ListingUnreliableException($"{source.Address}: the interface answered with something else than a list of {type.Route} ({WordPressReader.Error(answer.RootElement) ?? "no error code"}); check `address:` and `platform:`.");
                // A site that ignores the page number shows the same posts for ever.
                var fresh = posts.Where(post => seen.Add(post.Id)).ToList();
                var isLast = last || fresh.Count == 0;
                var (page, after) = await PageAsync(type, fresh, rules, changes, number, ct);
                changes = after;
                yield return page with { Marker = (isLast ? after with { Type = after.Type + 1, Page = 0 } : after).ToString() };
                if (isLast) break;
                if (number == LastPage) throw new ListingUnreliableException($"{source.Address}: the list of {type.Route} goes on after {LastPage} pages, as if it had no end; look at its paging and tell the site's owner.");
            }
        }

        if (found == 0 && marker is null && changes.Since is null)
        {
            throw new ListingUnreliableException($"{source.Address}: none of the {seen.Count} posts announces a course; name the categories that do under `categories:` in {source.Name}.yml.");
        }
    }

    private string Route(WordPressType type, string? since) =>
        $"{type.Route}?{(allowed.Count == 0 ? "" : $"categories={string.Join(',', allowed)}&")}_embed=1{(since is null ? "" : $"&modified_after={Uri.EscapeDataString(since)}")}";

    private async Task<(ListingPage Page, WordPressChanges After)> PageAsync(
        WordPressType type, IReadOnlyList<WordPressPost> posts, PageRules rules, WordPressChanges changes, int number, CancellationToken ct)
    {
        var announcing = posts.Where(post => Announces(post, type)).ToList();
        found += announcing.Count;
        var unwanted = announcing.Where(IsUnwanted).ToHashSet();
        var listed = announcing.Where(post => !unwanted.Contains(post)).ToDictionary(WordPressListings.Id, post => WordPressListings.Of(post, type.IsCourses));
        var listings = listed.Values.SelectMany(some => some).Select(listing => listing with { Reserved = rules.Reserved ? true : null }).ToList();
        var after = changes.After(number, posts, listed.ToDictionary(post => post.Key, post => (IReadOnlyList<string>)[.. post.Value.Select(listing => listing.Id)]));
        var page = new ListingPage(listings, [.. unwanted.Select(NotListed)])
        {
            Deleted = changes.Since is null ? [] : await GoneAsync(posts, changes, listings, ct),
            Partial = changes.Since is not null,
            Bookmark = after.Bookmark(fetcher.Past),
        };
        return (page, after);
    }

    private bool Announces(WordPressPost post, WordPressType type) =>
        type == WordPressType.Pages ? CourseAnnouncement.IsOnPage(post) : CourseAnnouncement.Is(post, allowed.Count > 0 || type.IsCourses);

    private bool IsUnwanted(WordPressPost post) => post.NotListed == true && !source.HasConsent(post.Link);

    // A post that announced a course and does so no more, or another one, would else stay until the next whole list.
    private async Task<IReadOnlyList<string>> GoneAsync(IReadOnlyList<WordPressPost> posts, WordPressChanges before, IReadOnlyList<RawListing> listings, CancellationToken ct)
    {
        var now = listings.Select(listing => listing.Id).ToHashSet();
        string[] ids = [.. posts.Select(WordPressListings.Id).Where(id => !now.Contains(id)), .. before.Dropped(posts, now)];
        var kept = await fetcher.Past.DetailsAsync(ids, ct);
        return [.. ids.Where(kept.Knows)];
    }

    private static Refusal NotListed(WordPressPost post) => new(
        WordPressListings.Id(post),
        $"{post.Link}: its owner asks not to list the page (noindex); ask him, and note a written consent as permission: {{ state: granted, date: …, link: … }}.",
        post.Link.AbsoluteUri);
}
