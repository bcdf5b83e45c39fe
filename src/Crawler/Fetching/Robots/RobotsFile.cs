using System.Globalization;
using System.Text;

namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>Reads a robots.txt leniently, as RFC 9309 §2.2 and §2.5 ask: what is not understood is passed over.</summary>
public static class RobotsFile
{
    /// <summary>Octets that are read (RFC 9309 §2.5 asks for at least 500 kibibytes).</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>The rules for a crawler by its product token.</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> body, string product)
    {
        if (IsMarkup(body))
        {
            // A site that answers every address with a page has no robots.txt, whatever words are on that page.
            return RobotsRules.AllowAll;
        }
        var groups = new List<Group>();
        var sitemaps = new List<string>();
        Group? open = null;
        foreach (var (key, value) in Lines(body))
        {
            switch (key)
            {
                case "user-agent":
                    // Consecutive user-agent lines share the rules that follow them (§2.2.1).
                    if (open is null || open.HasRules)
                    {
                        groups.Add(open = new Group());
                    }
                    open.Names.Add(Token(value));
                    break;
                case "allow" or "disallow" when open is not null:
                    open.HasRules = true;
                    if (value.Length > 0)
                    {
                        open.Rules.Add(new(key == "allow", RobotsPath.NormalPattern(value)));
                    }
                    break;
                case "crawl-delay" when open is not null:
                    // Other records must not interfere with the groups (§2.2.4), so this one ends no list of names.
                    open.Delay = Seconds(value) ?? open.Delay;
                    break;
                case "sitemap" when IsAddress(value):
                    sitemaps.Add(value);
                    break;
            }
        }
        return Chosen(groups, product) with { Sitemaps = sitemaps };
    }

    // All groups that name the crawler count as one; only where there is none do those for everybody (§2.2.1).
    private static RobotsRules Chosen(List<Group> groups, string product)
    {
        var own = groups.FindAll(group => group.Names.Contains(product, StringComparer.OrdinalIgnoreCase));
        var chosen = own.Count > 0 ? own : groups.FindAll(group => group.Names.Contains("*"));
        var delay = chosen.Max(group => group.Delay);
        return new()
        {
            Rules = [.. chosen.SelectMany(group => group.Rules)],
            CrawlDelay = delay > RobotsRules.LongestCrawlDelay ? RobotsRules.LongestCrawlDelay : delay,
            CrawlDelayAsked = delay,
        };
    }

    private static bool IsMarkup(ReadOnlySpan<byte> body)
    {
        var text = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        return text.TrimStart(" \t\r\n\f"u8) is [(byte)'<', ..];
    }

    // The sitemap protocol wants full addresses; a part of one could mean anything after a redirect.
    private static bool IsAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static IEnumerable<(string Key, string Value)> Lines(ReadOnlySpan<byte> body)
    {
        // A cut file loses its last line, which may have lost its end.
        var cut = body.Length > MaxBytes ? body[..(body[..MaxBytes].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)] : body;
        return Encoding.UTF8.GetString(cut)
            .TrimStart('\uFEFF')
            .Split('\n', '\r')
            .Select(line => line.Split('#', 2)[0].Split(':', 2))
            .Where(pair => pair.Length == 2)
            .Select(pair => (pair[0].Trim().ToLowerInvariant(), pair[1].Trim()));
    }

    // A product token consists of letters, hyphen and underscore (§2.2.1); a version behind it does not count.
    private static string Token(string value)
    {
        if (value is "*" or ['*', ' ' or '\t', ..])
        {
            return "*";
        }
        var end = value.AsSpan().IndexOfAnyExcept(TokenLetters);
        return end < 0 ? value : value[..end];
    }

    private static readonly System.Buffers.SearchValues<char> TokenLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    // More seconds than anybody means, and few enough to be a time span.
    private const double LongestWritten = 1e9;

    private static TimeSpan? Seconds(string value) =>
        double.TryParse(value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWritten))
            : null;

    private sealed class Group
    {
        public List<string> Names { get; } = [];
        public List<RobotsRule> Rules { get; } = [];
        public TimeSpan? Delay { get; set; }
        public bool HasRules { get; set; }
    }
}
