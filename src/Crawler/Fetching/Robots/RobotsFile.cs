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
                case "sitemap" when value.Length > 0:
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
        return new()
        {
            Rules = [.. chosen.SelectMany(group => group.Rules)],
            CrawlDelay = chosen.Max(group => group.Delay),
        };
    }

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

    private static TimeSpan? Seconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private sealed class Group
    {
        public List<string> Names { get; } = [];
        public List<RobotsRule> Rules { get; } = [];
        public TimeSpan? Delay { get; set; }
        public bool HasRules { get; set; }
    }
}
