using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Dates as people read them, made into such as every reader of listings knows: «Старт 12 березня 2026 року» is <c>2026-03-12</c>.</summary>
internal static partial class WrittenDate
{
    private static readonly string[] Ukrainian = ["січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"];
    private static readonly string[] English = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>ISO 8601; null where a text names no day, or no year.</summary>
    public static string? Of(string? text)
    {
        var plain = Words.Plain(text)?.ToLowerInvariant() ?? "";
        if (plain.Length > 300) return null;
        if (Numbers().Match(plain) is { Success: true } numbers) return Day(numbers, numbers.Groups["month"].Value);
        return Named().Match(plain) is { Success: true } named && Month(named.Groups["name"].Value) is { } month
            ? Day(named, month.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static int? Month(string name)
    {
        var number = Math.Max(Array.FindIndex(Ukrainian, stem => name.StartsWith(stem, StringComparison.Ordinal)), Array.FindIndex(English, stem => name.StartsWith(stem, StringComparison.Ordinal)));
        return number < 0 ? null : number + 1;
    }

    private static string? Day(Match match, string month)
    {
        var written = $"{match.Groups["year"].Value}-{month.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')}";
        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? written : null;
    }

    [GeneratedRegex(@"(?<!\d)(?:(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>20\d\d)|(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d))(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\d)(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<name>\p{L}{3,12})\.?,?|(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?)\s+(?<year>20\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
