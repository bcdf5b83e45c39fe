using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>The REST interface of one site, wherever it lies: below <c>/wp-json/</c>, or behind <c>?rest_route=</c> where the site has plain addresses.</summary>
internal sealed partial class WordPressRest
{
    private readonly IPageFetcher fetcher;
    private Uri root;

    // Where the interface lies on a site with plain addresses that does not say so; null where the site named it.
    private Uri? other;

    private WordPressRest(IPageFetcher fetcher, Uri root, Uri? other) => (this.fetcher, this.root, this.other) = (fetcher, root, other);

    /// <summary>Asks the home page where its interface is; a site that does not say so is taken to have it at the usual place.</summary>
    public static async Task<WordPressRest> FindAsync(SourceDefinition source, IPageFetcher fetcher, CancellationToken ct)
    {
        var home = Answers.Demand(await fetcher.FetchAsync(new PageRequest(source.At("")), ct));
        // A site that is hidden from search says so on every page, and here first. The interface's own X-Robots-Tag says nothing: every WordPress sends noindex there.
        if (home.Rules.NotListed(home.Address) is { } unwanted) throw new ListingUnreliableException(unwanted);
        var named = Named(home);
        return named is not null && source.Owns(named)
            ? new WordPressRest(fetcher, named, null)
            : new WordPressRest(fetcher, source.At("wp-json/"), source.At("?rest_route=/"));
    }

    /// <summary>The kinds of content; posts and pages alone where the site does not tell.</summary>
    public async Task<IReadOnlyList<WordPressType>> TypesAsync(CancellationToken ct)
    {
        var answer = await AskAsync("types", null, ct);
        if (!answer.IsSuccess || IsHtml(answer)) return [WordPressType.Posts, WordPressType.Pages];
        using var json = Answers.Json(answer);
        return WordPressReader.Types(json.RootElement);
    }

    /// <summary>One page of a list, and whether it is the last; null beyond the end. Pages count from 1. The caller disposes.</summary>
    public async Task<(JsonDocument Answer, bool IsLast, PageRules Rules)?> ListAsync(string route, int page, CancellationToken ct, bool mayBeClosed = false)
    {
        var answer = await AskAsync(route, page, ct);
        var address = answer.Request.Address;
        if (page > 1 && answer.Failure is null && answer.Status == HttpStatusCode.BadRequest) return null;
        if (mayBeClosed && answer.Failure is null && answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) return null;
        if (answer.Failure is null && answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw new ListingUnreliableException($"{address}: the REST interface is closed ({(int)answer.Status}); ask the site's owner to open `wp/v2/posts` to visitors, or harvest the site by its feed.") { IsClosed = true };
        }

        var json = Answers.Json(answer);
        var pages = answer.Headers.TryGetValue("X-WP-TotalPages", out var text) && int.TryParse(text, out var total) ? total : (int?)null;
        return (json, pages is { } known ? page >= known : json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() < WordPressPlatform.PageSize, answer.Rules);
    }

    private async Task<Page> AskAsync(string route, int? page, CancellationToken ct)
    {
        var answer = await fetcher.FetchAsync(new PageRequest(At(route, page)) { Accept = "application/json" }, ct);
        if (other is null) return answer;
        // Sites with plain addresses send /wp-json/ to their home page, or know nothing of it.
        if (answer.Failure is null && (answer.Status == HttpStatusCode.NotFound || (answer.IsSuccess && IsHtml(answer))))
        {
            var (usual, behind) = (root, other);
            (root, other) = (behind, null);
            var second = await fetcher.FetchAsync(new PageRequest(At(route, page)) { Accept = "application/json" }, ct);
            if (second.IsSuccess && !IsHtml(second)) return second;
            root = usual;
            return answer;
        }

        if (answer.IsSuccess) other = null;
        return answer;
    }

    private static bool IsHtml(Page page) => page.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;

    // …/wp-json/ + wp/v2/posts?per_page=100, or …/?rest_route=/ + wp/v2/posts&per_page=100.
    private Uri At(string route, int? page)
    {
        var parts = route.Split('?', 2);
        var query = page is null ? "" : $"per_page={WordPressPlatform.PageSize}&page={page}{(parts.Length > 1 ? $"&{parts[1]}" : "")}";
        return root.Query.Contains("rest_route=", StringComparison.Ordinal)
            ? new Uri($"{root.GetLeftPart(UriPartial.Path)}?rest_route=/wp/v2/{parts[0]}&{query}".TrimEnd('&'))
            : new Uri($"{root.GetLeftPart(UriPartial.Path).TrimEnd('/')}/wp/v2/{parts[0]}?{query}".TrimEnd('?'));
    }

    private static Uri? Named(Page home)
    {
        var header = home.Headers.TryGetValue("Link", out var text) ? HeaderLink().Match(text) : Match.Empty;
        if (header.Success) return Uri.TryCreate(home.Address, header.Groups[1].Value, out var named) ? named : null;
        using var document = PageMarkup.Parse(PageText.Decode(home).Text, home.Address);
        var href = document.QuerySelector("link[rel='https://api.w.org/']")?.GetAttribute("href");
        return href is not null && Uri.TryCreate(home.Address, href, out var linked) ? linked : null;
    }

    // RFC 8288 §3: <address>; rel="https://api.w.org/"
    [GeneratedRegex("""<([^<>]+)>\s*;[^<,]*rel="?https://api\.w\.org/""", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLink();
}
