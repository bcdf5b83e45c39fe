using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>What one night's run leaves for a later night, without a catalogue between them.</summary>
internal static class Earlier
{
    public static readonly DateTimeOffset FirstNight = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The first night: nothing is known, and what it leaves is kept.</summary>
    public static PastHarvest Nothing => At(0);

    /// <summary>So many nights after the first, with what <paramref name="runs"/> left, the newest last.</summary>
    public static PastHarvest At(int nights, params Harvested[] runs) => At(FirstNight.AddDays(nights), runs);

    public static PastHarvest At(DateTimeOffset began, params Harvested[] runs)
    {
        var listings = new Dictionary<string, RawListing>();
        foreach (var listing in runs.SelectMany(run => run.Listings)) listings[listing.Id] = listing;
        return new PastHarvest(
            began,
            runs.SelectMany(run => run.Pages).Select(page => page.Bookmark).LastOrDefault(bookmark => bookmark is not null),
            (ids, _) => Task.FromResult<IReadOnlyDictionary<string, RawListing>>(ids.Where(listings.ContainsKey).Distinct().ToDictionary(id => id, id => listings[id])));
    }
}
