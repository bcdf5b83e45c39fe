using System.Globalization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>What a listing states beside its words, and what several courses seldom have in common: days of start, length, price, picture. Empty or null where it says nothing.</summary>
internal sealed record StatedFacts(IReadOnlyList<DateOnly> Starts, string? Duration, string? Workload, PriceTag? Price, string? Picture)
{
    private const int ShortestPicture = 8;

    public static StatedFacts Of(Course course) => new(
        [.. course.Instances.Select(instance => instance.Start).OfType<DateTimeOffset>().Select(start => DateOnly.FromDateTime(start.Date)).Distinct()],
        course.Duration,
        course.Workload,
        course.Prices.FirstOrDefault(price => price.Amount > 0),
        PictureOf(course.Image));

    /// <summary>The years in which it starts, as titles state them.</summary>
    public IEnumerable<string> Years => Starts.Select(start => start.Year.ToString(CultureInfo.InvariantCulture));

    // A portal's own picture («logo.png») stands on all its courses.
    private static string? PictureOf(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var picture) && picture.Segments[^1] is { Length: >= ShortestPicture } name
        && !name.Contains("logo", StringComparison.OrdinalIgnoreCase) && !name.Contains("default", StringComparison.OrdinalIgnoreCase) && !name.Contains("placeholder", StringComparison.OrdinalIgnoreCase) ? name : null;
}
