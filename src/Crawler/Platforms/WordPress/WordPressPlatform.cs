using System.Globalization;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Blogs of libraries and schools on WordPress, whose posts announce courses and webinars; one request for every hundred posts.</summary>
public sealed class WordPressPlatform : ICoursePlatform
{
    /// <summary>The most that the interface gives at once.</summary>
    internal const int PageSize = 100;
    private const int LastPage = 1000;

    /// <summary>Everything is listed again after so many days: the interface never says what was taken down.</summary>
    internal const int WholeListDays = 14;

    public string Name => "wordpress";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);

    /// <inheritdoc/>
    public IAsyncEnumerable<ListingPage> ReadAsync(SourceDefinition source, IPageFetcher fetcher, string? marker, CancellationToken ct) =>
        WordPressFeed.InsteadAsync(source, fetcher, marker, ReadRestAsync(source, fetcher, marker, ct), ct);

    private static async IAsyncEnumerable<ListingPage> ReadRestAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var rest = await WordPressRest.FindAsync(source, fetcher, ct);
        var allowed = await AllowedAsync(source, rest, ct);
        var changes = WordPressChanges.Begin(fetcher.Past, marker);
        var route = $"posts?{(allowed.Count == 0 ? "" : $"categories={string.Join(',', allowed)}&")}_embed=1{(changes.Since is { } since ? $"&modified_after={Uri.EscapeDataString(since)}" : "")}";
        var found = 0;
        var seen = new HashSet<long>();
        for (var number = changes.Page + 1; number <= LastPage; number++)
        {
            if (await rest.ListAsync(route, number, ct) is not var (answer, isLast, rules)) break;
            using var json = answer;
            var posts = WordPressReader.Posts(answer.RootElement, source.At(""))
                ?? throw new ListingUnreliableException($"{source.Address}: the interface answered with something else than a list of posts ({WordPressReader.Error(answer.RootElement) ?? "no error code"}); check `address:` and `platform:`.");
            // A site that ignores the page number shows the same posts for ever.
            var fresh = posts.Where(post => seen.Add(post.Id)).ToList();
            var announcing = fresh.ToLookup(post => CourseAnnouncement.Is(post, allowed.Count > 0));
            var listings = announcing[true].Where(post => !IsUnwanted(post)).Select(post => Listing(post) with { Reserved = rules.Reserved ? true : null }).ToList();
            var gone = changes.Since is null ? [] : await KnownAsync(announcing[false].Concat(announcing[true].Where(IsUnwanted)), fetcher, ct);
            found += announcing[true].Count();
            changes = changes.After(number, fresh);
            yield return new ListingPage(listings, [.. announcing[true].Where(IsUnwanted).Select(NotListed)], Marker: changes.ToString())
            {
                Deleted = gone,
                Partial = changes.Since is not null,
                Bookmark = changes.Bookmark(fetcher.Past),
            };
            if (isLast || fresh.Count == 0) break;
            if (number == LastPage) throw new ListingUnreliableException($"{source.Address}: the list of posts goes on after {LastPage} pages, as if it had no end; look at its paging and tell the site's owner.");
        }

        bool IsUnwanted(WordPressPost post) => post.NotListed == true && !source.HasConsent(post.Link);

        if (found == 0 && marker is null && changes.Since is null)
        {
            throw new ListingUnreliableException($"{source.Address}: none of the {seen.Count} posts announces a course; name the categories that do under `categories:` in {source.Name}.yml.");
        }
    }

    // A post that announced a course and does so no more would else stay until the next whole list.
    private static async Task<IReadOnlyList<string>> KnownAsync(IEnumerable<WordPressPost> posts, IPageFetcher fetcher, CancellationToken ct)
    {
        var ids = posts.Select(post => post.Id.ToString(CultureInfo.InvariantCulture)).ToList();
        var kept = await fetcher.Past.DetailsAsync(ids, ct);
        return [.. ids.Where(kept.Knows)];
    }

    // Named categories and those below them; none named: all posts are looked at.
    private static async Task<IReadOnlyList<long>> AllowedAsync(SourceDefinition source, WordPressRest rest, CancellationToken ct)
    {
        if (source.Categories.Count == 0) return [];
        var categories = new List<WordPressCategory>();
        for (var number = 1; number <= LastPage; number++)
        {
            if (await rest.ListAsync("categories", number, ct) is not var (answer, isLast, _)) break;
            using var json = answer;
            categories.AddRange(WordPressReader.Categories(answer.RootElement));
            if (isLast) break;
        }

        var allowed = new List<long>();
        foreach (var name in source.Categories)
        {
            var match = categories.FirstOrDefault(one => IsNamed(one, name))
                ?? throw new ListingUnreliableException($"{source.Address}: the site has no category «{name}»; it may be renamed: correct `categories:` in {source.Name}.yml.");
            allowed.Add(match.Id);
        }

        for (var i = 0; i < allowed.Count; i++)
        {
            allowed.AddRange(categories.Where(one => one.Parent == allowed[i] && !allowed.Contains(one.Id)).Select(one => one.Id).ToList());
        }

        return [.. allowed.Distinct()];
    }

    private static bool IsNamed(WordPressCategory category, string name) =>
        Words.Same(category.Name, name) || Words.Same(category.Slug, name) || category.Id.ToString(CultureInfo.InvariantCulture) == name.Trim();

    private static Refusal NotListed(WordPressPost post) => new(
        post.Id.ToString(CultureInfo.InvariantCulture),
        $"{post.Link}: its owner asks not to list the page (noindex); ask him, and note a written consent as permission: {{ state: granted, date: …, link: … }}.",
        post.Link.AbsoluteUri);

    private static RawListing Listing(WordPressPost post) => new()
    {
        Id = post.Id.ToString(CultureInfo.InvariantCulture),
        Title = post.Title,
        Url = (AnnouncedLink.Find(post) ?? post.Link).AbsoluteUri,
        Summary = post.Excerpt ?? post.Content,
        Description = post.Content,
        Keywords = post.Tags.Count > 0 ? post.Tags : null,
        Subjects = post.Categories.Count > 0 ? post.Categories : null,
        Image = post.Image,
    };
}
