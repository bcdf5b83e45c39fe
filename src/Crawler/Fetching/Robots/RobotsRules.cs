namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>What a robots.txt says to this crawler (RFC 9309).</summary>
public sealed record RobotsRules
{
    internal static readonly RobotsRules AllowAll = new();

    internal IReadOnlyList<RobotsRule> Rules { get; init; } = [];

    /// <summary>The longest crawl delay that is kept, the same as the longest that a source file may name.</summary>
    public static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromMinutes(10);

    /// <summary>Time between requests that the portal asks for, at most <see cref="LongestCrawlDelay"/>; not part of the standard but of many files. Null: none.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>The crawl delay as written, before it was cut.</summary>
    internal TimeSpan? CrawlDelayAsked { get; init; }

    /// <summary>Full addresses of sitemaps, wherever in the file they stand, in order.</summary>
    public IReadOnlyList<string> Sitemaps { get; init; } = [];

    /// <summary>Whether an address may be asked: the longest matching rule decides, allow before disallow, no rule allows (§2.2.2). robots.txt itself is always allowed.</summary>
    public bool Allows(Uri address)
    {
        if (address.AbsolutePath == "/robots.txt")
        {
            return true;
        }
        var path = RobotsPath.Normal(address.PathAndQuery);
        var decisive = Rules
            .Where(rule => rule.Matches(path))
            .OrderByDescending(rule => rule.Length).ThenByDescending(rule => rule.Allow)
            .FirstOrDefault();
        return decisive is null || decisive.Allow;
    }
}
