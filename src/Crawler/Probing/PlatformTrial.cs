using System.Globalization;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>What a platform shows of a portal in a sample.</summary>
/// <param name="Courses">The portal's own total where it tells one, else as many as the sample brought.</param>
/// <param name="Failure">Why there is no course; null where there is one.</param>
/// <param name="AtLeast">The sample ended before the list did.</param>
internal sealed record TrialResult(int Courses, string? Failure, bool AtLeast)
{
    /// <summary>The number for people.</summary>
    public string Count => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "at least " : "")}{Courses} {(Courses == 1 ? "course" : "courses")}");
}

/// <summary>Reads a portal by a platform as a harvest would, up to its first courses, so that what is said of it is what a harvest finds.</summary>
internal sealed class PlatformTrial(IReadOnlyDictionary<string, ICoursePlatform> platforms)
{
    /// <summary>Asks at most <paramref name="most"/> times.</summary>
    public async Task<TrialResult> RunAsync(SourceDefinition source, IPageFetcher fetcher, int most, CancellationToken ct)
    {
        var sample = new SampledFetcher(fetcher, most);
        try
        {
            await foreach (var page in platforms[source.Platform].ReadAsync(source, sample, null, ct).WithCancellation(ct))
            {
                if (page.Listings.Count > 0) return new(Math.Max(page.Listings.Count, sample.Spent ? 0 : page.Expected ?? 0), null, sample.Spent || (page.Marker is not null && page.Expected is null));
            }
        }
        catch (ListingUnreliableException refusal)
        {
            return new(0, refusal.Message, sample.Spent);
        }

        return new(0, "it answers, but shows no course.", sample.Spent);
    }
}
