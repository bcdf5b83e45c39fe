using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>The bookmark of platforms that list only what changed: up to when (<paramref name="Seen"/>, in the portal's time) everything is known, and when a run last listed everything. <paramref name="Note"/> is whatever else the platform must remember, without a blank.</summary>
internal sealed record RunPlace(string Seen, DateTimeOffset Whole, string? Note = null)
{
    /// <summary>Null where nothing is kept, or where a run has to list everything again after <paramref name="days"/> days.</summary>
    public static RunPlace? Valid(Fetching.PastHarvest past, int days) =>
        past.IsKept && Read(past.Bookmark) is { } place && past.Began - place.Whole < TimeSpan.FromDays(days) ? place : null;

    public static RunPlace? Read(string? bookmark) =>
        bookmark?.Split(' ') is [var seen, var whole, .. var rest] && rest.Length < 2
        && DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? new RunPlace(seen, at, rest.FirstOrDefault())
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seen} {Whole:O} {Note}").TrimEnd();
}
