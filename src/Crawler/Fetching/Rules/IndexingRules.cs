using System.Globalization;

namespace DcCourseIndex.Crawler.Fetching.Rules;

/// <summary>
/// Whether a page may be listed, as its <c>X-Robots-Tag</c> headers and its <c>meta</c> tags for robots say. Of several the strictest holds;
/// what is addressed to another crawler does not count. Pure.
/// </summary>
public sealed record IndexingRules
{
    /// <summary>Between several headers of the name, because a comma stands inside of one too.</summary>
    internal const char HeaderEnd = '\n';

    private const string Header = "X-Robots-Tag";

    private static readonly HashSet<string> WithValue = new(StringComparer.OrdinalIgnoreCase) { "unavailable_after", "max-snippet", "max-image-preview", "max-video-preview" };

    /// <summary>Nothing is forbidden.</summary>
    public static readonly IndexingRules None = new();

    /// <summary>What forbids to list the page, in the owner's own words (<c>X-Robots-Tag: noindex</c>); null: nothing does.</summary>
    public string? NotListedBy { get; init; }

    /// <summary>The owner does not vouch for the links of the page. Lists that a source file leads to are followed all the same: what may be asked is said by robots.txt.</summary>
    public bool NoFollow { get; init; }

    /// <summary>The rules of a page by its headers (as <see cref="Page.Headers"/> has them) and, of an HTML page, its text.</summary>
    public static IndexingRules Of(IReadOnlyDictionary<string, string> headers, string? html, DateTimeOffset now)
    {
        var rules = None;
        foreach (var line in (headers.GetValueOrDefault(Header) ?? "").Split(HeaderEnd))
        {
            rules = Strictest(rules, line, Header, now);
        }
        foreach (var (name, content) in html is null ? [] : MetaTags.Of(html))
        {
            rules = name == "robots" || name.Equals(FetchSettings.ProductToken, StringComparison.OrdinalIgnoreCase)
                ? Strictest(rules, content, $"meta name=\"{name}\"", now)
                : rules;
        }
        return rules;
    }

    private static IndexingRules Strictest(IndexingRules rules, string line, string where, DateTimeOffset now)
    {
        var forUs = true;
        var parts = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var (agent, rule) = where == Header ? Addressed(parts[i]) : (null, parts[i]);
            forUs = agent is null ? forUs : agent.Equals(FetchSettings.ProductToken, StringComparison.OrdinalIgnoreCase) || agent == "*";
            if (!forUs)
            {
                continue;
            }
            var forbids = rule.ToLowerInvariant() switch
            {
                "noindex" or "none" => rule.ToLowerInvariant(),
                var dated when dated.StartsWith("unavailable_after:", StringComparison.Ordinal) => Past(parts, i, rule, now),
                _ => null,
            };
            rules = rules with
            {
                NotListedBy = rules.NotListedBy ?? (forbids is null ? null : $"{where}: {forbids}"),
                NoFollow = rules.NoFollow || rule.ToLowerInvariant() is "nofollow" or "none",
            };
        }
        return rules;
    }

    // «otherbot: noindex»; but «unavailable_after: …» and «max-snippet: 20» are rules and no crawlers.
    private static (string? Agent, string Rule) Addressed(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : part[..colon].Trim();
        return colon < 0 || WithValue.Contains(name) || name.Any(char.IsWhiteSpace) ? (null, part) : (name, part[(colon + 1)..].Trim());
    }

    // «Saturday, 25-Jun-26 15:00:00 UTC» was cut at its comma. A date that cannot be read forbids nothing.
    private static string? Past(string[] parts, int at, string rule, DateTimeOffset now)
    {
        var value = rule[(rule.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var moment = UnavailableAfter.Read(value) ?? (at + 1 < parts.Length ? UnavailableAfter.Read($"{value}, {parts[at + 1]}") : null);
        return moment < now ? string.Create(CultureInfo.InvariantCulture, $"unavailable_after {moment:yyyy-MM-dd}") : null;
    }
}
