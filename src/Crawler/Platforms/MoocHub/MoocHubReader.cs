using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms.MoocHub;

/// <summary>One page of a MOOChub list. <paramref name="Total"/> is what the list says of itself; <paramref name="Last"/> the address that it names as its last page.</summary>
internal sealed record MoocHubList(IReadOnlyList<RawListing> Listings, IReadOnlyList<Refusal> Refusals, Uri? Next, Uri? Last, int? Total);

/// <summary>Reads one page of a list (JSON:API with <c>data</c> and <c>links</c>). Pure. The version is told from each entry, because providers serve mixtures.</summary>
internal static partial class MoocHubReader
{
    /// <summary>Throws <see cref="ListingUnreliableException"/> for what is no list of courses in version 2 or 3.</summary>
    public static MoocHubList Read(JsonElement root, string? contentType, Uri address, string language)
    {
        if (Declared(root, contentType) is { } version && version is not (2 or 3))
        {
            throw new ListingUnreliableException($"{address}: the list is of MOOChub version {version}, and versions 2 and 3 are read; ask the portal's owner to answer `Accept: application/vnd.api+json; moochub-version=3`.");
        }

        // A single course may stand alone, without a list around it.
        List<JsonElement> items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()]
            : root.Member("data") is { ValueKind: JsonValueKind.Object } only ? [only]
            : root.Member("data") is { ValueKind: JsonValueKind.Array } data ? [.. data.EnumerateArray()]
            : throw NoList(root, address);
        var listings = new List<RawListing>();
        var refusals = new List<Refusal>();
        foreach (var item in items)
        {
            var (listing, refusal) = Entry(item, address, language);
            if (listing is not null) listings.Add(listing);
            if (refusal is not null) refusals.Add(refusal);
        }

        if (items.Count > 0 && listings.Count == 0 && items.All(item => MoocHubCourse.VersionOf(item) is null)) throw NoList(root, address);
        var links = root.Member("links");
        return new MoocHubList([.. listings.DistinctBy(listing => listing.Id)], refusals, Link(links, "next", address), Link(links, "last", address), Total(root));
    }

    private static (RawListing? Listing, Refusal? Refusal) Entry(JsonElement item, Uri address, string language)
    {
        var id = item.Text("id");
        if (MoocHubCourse.VersionOf(item) is not { } version) return (null, new Refusal(id, $"{address}: an entry{Named(id)} is no course of MOOChub 2 or 3 (its type is «{item.Text("type")}»); tell the portal's owner.", address.AbsoluteUri));
        return MoocHubCourse.Listing(item, version, address, language) is { } listing
            ? (listing, null)
            : (null, new Refusal(id, $"{address}: an entry{Named(id)} lacks its id, name or url; tell the portal's owner.", address.AbsoluteUri));
    }

    private static string Named(string? id) => id is null ? "" : $" «{id}»";

    private static Uri? Link(JsonElement? links, string name, Uri address)
    {
        // JSON:API §document-links: a link is a string or an object with href.
        var text = links?.Text(name) ?? links?.Member(name)?.Text("href");
        return text is not null && Uri.TryCreate(address, text, out var uri) && uri.Scheme is "http" or "https" ? new Uri(uri.GetLeftPart(UriPartial.Query)) : null;
    }

    private static int? Total(JsonElement root)
    {
        var meta = root.Member("meta");
        var total = meta?.Number("total") ?? meta?.Number("count") ?? meta?.Number("total_count") ?? meta?.Member("page")?.Number("total");
        return total is > 0 and < int.MaxValue ? (int)total : null;
    }

    private static int? Declared(JsonElement root, string? contentType)
    {
        var said = Version().Match(contentType ?? "") is { Success: true } match ? match.Groups[1].Value
            : root.Member("meta")?.Text("moochub-version") ?? root.Member("meta")?.Text("moochubVersion");
        return int.TryParse(said?.Split('.')[0], out var major) ? major : null;
    }

    private static ListingUnreliableException NoList(JsonElement root, Uri address) => new(root.Items("errors").Any()
        ? $"{address}: the portal answered with an error ({root.Items("errors").First().Text("title") ?? root.Items("errors").First().Text("detail") ?? "no title"}); check `address:`, and tell its owner."
        : $"{address}: this is no list of courses as MOOChub 2 or 3 describes it; `address:` must be that of the list, such as https://…/bridges/moochub/courses.");

    [GeneratedRegex(@"moochub-version\s*=\s*""?(\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
