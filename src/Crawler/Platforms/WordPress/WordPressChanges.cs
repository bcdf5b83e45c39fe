using System.Globalization;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>How far a run over posts is, and from when on it lists them; between two whole lists only posts that changed are asked for.</summary>
/// <param name="Page">Pages that are done.</param>
/// <param name="Since">Sent as <c>modified_after</c>; null: everything is listed.</param>
/// <param name="Newest">The latest change of all posts seen, in the site's own words for UTC.</param>
/// <param name="Whole">When everything was last listed; null where nothing is kept.</param>
internal sealed record WordPressChanges(int Page, string? Since, string? Newest, DateTimeOffset? Whole)
{
    /// <summary>A fresh run, or the rest of the one that the marker belongs to.</summary>
    public static WordPressChanges Begin(PastHarvest past, string? marker)
    {
        if (Read(marker) is { } resumed) return resumed;
        var known = RunPlace.Valid(past, WordPressPlatform.WholeListDays);
        return known is not null && Before(known.Seen) is { } since
            ? new WordPressChanges(0, since, known.Seen, known.Whole)
            : new WordPressChanges(0, null, null, past.IsKept ? past.Began : null);
    }

    public WordPressChanges After(int page, IReadOnlyList<WordPressPost> posts) => this with
    {
        Page = page,
        // One form, so the order of letters is the order in time.
        Newest = posts.Select(post => post.Modified).Append(Newest).OfType<string>().DefaultIfEmpty().Max(StringComparer.Ordinal),
    };

    public string? Bookmark(PastHarvest past) => past.IsKept && Newest is not null && Whole is { } whole ? new RunPlace(Newest, whole).ToString() : null;

    /// <summary>As a marker; <see cref="Read"/> also takes the bare page number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page} {Since} {Newest} {Whole:O}").TrimEnd();

    private static WordPressChanges? Read(string? marker)
    {
        var parts = marker?.Split(' ') ?? [];
        if (parts.Length == 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page)) return null;
        return new WordPressChanges(
            page,
            parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null,
            parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null,
            parts.Length > 3 && DateTimeOffset.TryParse(parts[3], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var whole) ? whole : null);
    }

    // Older sites read the date in their own zone, newer ones in the zone that is written; a day is more than either can differ.
    private static string? Before(string modified) =>
        DateTime.TryParse(modified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
}
