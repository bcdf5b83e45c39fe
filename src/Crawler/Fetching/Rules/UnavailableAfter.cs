using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Fetching.Rules;

/// <summary>Reads the dates of <c>unavailable_after</c>: RFC 822, RFC 850 and ISO 8601, with the zones that people write there.</summary>
internal static partial class UnavailableAfter
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = "+00:00", ["GMT"] = "+00:00", ["UT"] = "+00:00", ["Z"] = "+00:00", ["EET"] = "+02:00", ["EEST"] = "+03:00", ["CET"] = "+01:00", ["CEST"] = "+02:00",
        ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
    };

    /// <summary>The moment; a date without a zone is UTC. Null for what is no date.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var bare = Weekday().Replace(text.Trim(), "");
        var zone = ZoneName().Match(bare);
        if (zone.Success && Zones.TryGetValue(zone.Groups[1].Value, out var offset))
        {
            bare = bare[..zone.Index] + offset;
        }
        var written = DayMonth().Replace(bare, "$1 $2 $3");
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment) ? moment : null;
    }

    [GeneratedRegex(@"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*,?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<=\d)\s*([a-z]{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();

    // 25-Jun-26 as RFC 850 has it.
    [GeneratedRegex(@"^(\d{1,2})-([a-z]{3,9})-(\d{2,4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();
}
