using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>How far a run is, and from when on it lists what changed; between two whole lists only posts that changed are asked for.</summary>
internal sealed record WordPressChanges
{
    /// <summary>Kinds of content that are done.</summary>
    public int Type { get; init; }

    /// <summary>Pages of the next kind that are done.</summary>
    public int Page { get; init; }

    /// <summary>Sent as <c>modified_after</c>; null: everything is listed.</summary>
    public string? Since { get; init; }

    /// <summary>The latest change of all posts seen, in the site's own words for UTC.</summary>
    public string? Newest { get; init; }

    /// <summary>When everything was last listed; null where nothing is kept.</summary>
    public DateTimeOffset? Whole { get; init; }

    /// <summary>By the posts that announce several courses the identifiers of these, because a partial list does not name those that a post announces no more.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Several { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>A fresh run, or the rest of the one that the marker belongs to.</summary>
    public static WordPressChanges Begin(PastHarvest past, string? marker)
    {
        if (Read(marker) is { } resumed) return resumed;
        var known = RunPlace.Valid(past, WordPressPlatform.WholeListDays);
        return known is not null && Before(known.Seen) is { } since
            ? new WordPressChanges { Since = since, Newest = known.Seen, Whole = known.Whole, Several = Unpacked(known.Note) }
            : new WordPressChanges { Whole = past.IsKept ? past.Began : null };
    }

    /// <summary>After a page of posts; <paramref name="listed"/> are the identifiers of the listings that each of them became.</summary>
    public WordPressChanges After(int page, IReadOnlyList<WordPressPost> posts, IReadOnlyDictionary<string, IReadOnlyList<string>> listed)
    {
        var several = new Dictionary<string, IReadOnlyList<string>>(Several);
        foreach (var id in posts.Select(WordPressListings.Id))
        {
            several.Remove(id);
            if (listed.TryGetValue(id, out var ids) && ids.Count > 1) several[id] = ids;
        }

        return this with
        {
            Page = page,
            Several = several,
            // One form, so the order of letters is the order in time.
            Newest = posts.Select(post => post.Modified).Append(Newest).OfType<string>().DefaultIfEmpty().Max(StringComparer.Ordinal),
        };
    }

    /// <summary>What was listed of these posts before and is not now, as far as is remembered.</summary>
    public IEnumerable<string> Dropped(IEnumerable<WordPressPost> posts, IReadOnlySet<string> listed) =>
        posts.SelectMany(post => Several.GetValueOrDefault(WordPressListings.Id(post), [])).Where(id => !listed.Contains(id));

    public string? Bookmark(PastHarvest past) => past.IsKept && Newest is not null && Whole is { } whole ? new RunPlace(Newest, whole, Packed()).ToString() : null;

    /// <summary>As a marker.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);

    private static WordPressChanges? Read(string? marker)
    {
        try
        {
            return marker is null ? null : JsonSerializer.Deserialize<WordPressChanges>(marker);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // «8:8-a1,8-b2;20:20-c3»; null for none.
    private string? Packed() => Several.Count == 0 ? null : string.Join(';', Several.Select(post => $"{post.Key}:{string.Join(',', post.Value)}"));

    private static Dictionary<string, IReadOnlyList<string>> Unpacked(string? note) => (note ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(post => post.Split(':'))
        .Where(post => post.Length == 2)
        .DistinctBy(post => post[0])
        .ToDictionary(post => post[0], post => (IReadOnlyList<string>)post[1].Split(','));

    // Older sites read the date in their own zone, newer ones in the zone that is written; a day is more than either can differ.
    private static string? Before(string modified) =>
        DateTime.TryParse(modified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
}
