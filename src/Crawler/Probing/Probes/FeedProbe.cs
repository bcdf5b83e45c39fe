using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Reads the feeds that the page announces (<c>link rel=alternate</c>), or the given address where it is a feed itself.</summary>
internal sealed class FeedProbe(PlatformTrial trial) : IProbe
{
    private const int MostFeeds = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        foreach (var feed in Feeds(site).DistinctBy(address => address.AbsoluteUri).Take(MostFeeds))
        {
            var look = await trial.RunAsync(site.As("feed", feed), site.Fetcher, 2, ct);
            findings.Add(new("feed", feed, look.Courses > 0 ? "read" : "asked", look.Courses > 0 ? $"entries that announce courses, {look.Count}" : look.Failure!)
            {
                Courses = look.Courses,
                Draft = look.Courses == 0 ? null : new("feed", feed, Standing.Feed)
                {
                    Unknown = ["Older courses: a feed shows only the newest entries.", "Whether every entry that was taken for a course is one; name the categories that announce courses under categories:."],
                },
                Remedy = look.Courses > 0 ? null : $"The site has a feed. If its entries announce courses, write platform: feed, address: {feed.AbsoluteUri} and the categories: that do into a source file by hand, and look with check.",
            });
        }

        return findings;
    }

    private static IEnumerable<Uri> Feeds(ProbedSite site)
    {
        if (site.Document is null) return site.Text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['<', ..] ? [site.Home.Address] : [];
        return site.Document.QuerySelectorAll("link[rel~=alternate][href]")
            .Where(link => link.GetAttribute("type") is { } type && (type.Contains("rss", StringComparison.OrdinalIgnoreCase) || type.Contains("atom", StringComparison.OrdinalIgnoreCase) || type.Contains("opml", StringComparison.OrdinalIgnoreCase)))
            .Select(link => WebLink.Of(link.GetAttribute("href"), site.Home.Address))
            .OfType<Uri>()
            .Where(address => site.Owns(address) && !address.AbsolutePath.Contains("comments", StringComparison.OrdinalIgnoreCase));
    }
}
