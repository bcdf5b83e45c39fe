using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>What the last run knew of the pages that are no single course: until when they were seen, and which of them list several courses, so that those are looked at again.</summary>
internal sealed record SitemapPast(RunPlace? Last, IReadOnlySet<string> Lists)
{
    // A portal with more such pages is looked through as a whole.
    private const int MostLists = 200;

    public static SitemapPast Of(PastHarvest past, int days)
    {
        var parts = past.Bookmark?.Split('|') ?? [""];
        var place = past.IsKept && RunPlace.Read(parts[0]) is { } read && past.Began - read.Whole < TimeSpan.FromDays(days) ? read : null;
        return new SitemapPast(place, parts.Skip(1).Select(Uri.UnescapeDataString).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The bookmark of a run; null where the next one has to look through everything.</summary>
    public static string? Bookmark(RunPlace place, IReadOnlyCollection<string> lists) =>
        lists.Count > MostLists ? null : string.Join('|', lists.Order(StringComparer.Ordinal).Select(Uri.EscapeDataString).Prepend(place.ToString()));
}
