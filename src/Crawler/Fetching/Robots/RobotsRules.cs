namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>What a robots.txt says to this crawler (RFC 9309).</summary>
public sealed record RobotsRules
{
    internal static readonly RobotsRules AllowAll = new();

    internal IReadOnlyList<RobotsRule> Rules { get; init; } = [];

    /// <summary>Seconds between requests that the portal asks for; not part of the standard but of many files. Null: none.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>Addresses of sitemaps, as written, in order.</summary>
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
