using System.Globalization;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Dates as portals write them. What names no zone is Kyiv time; a date alone is its midnight there.</summary>
internal static class Dates
{
    // Before and after, a portal means «not set» or «for ever».
    private const int First = 1990;
    private const int Last = 2100;

    private static readonly TimeZoneInfo Kyiv = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Kyiv", out var zone)
        ? zone
        : TimeZoneInfo.FindSystemTimeZoneById("Europe/Kiev");

    private static readonly string[] Local =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "dd.MM.yyyy", "d.M.yyyy", "dd.MM.yyyy HH:mm", "dd.MM.yyyy, HH:mm", "yyyyMMdd",
    ];

    private static readonly string[] Zoned =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss K", "r",
    ];

    /// <summary>ISO 8601 with or without zone, <c>dd.MM.yyyy</c>, Unix seconds (or milliseconds); null for anything else and for years outside 1990 to 2100.</summary>
    public static DateTimeOffset? Of(string? text)
    {
        var bare = text?.Trim();
        if (string.IsNullOrEmpty(bare))
        {
            return null;
        }

        DateTimeOffset? read = null;
        if (bare.All(char.IsAsciiDigit) && bare.Length is >= 9 and <= 13)
        {
            var number = long.Parse(bare, CultureInfo.InvariantCulture);
            read = bare.Length > 11 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        }
        else if (DateTime.TryParseExact(bare, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            read = local.Year is >= First and <= Last ? InKyiv(local) : null;
        }
        else if (DateTimeOffset.TryParseExact(bare, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned))
        {
            read = zoned;
        }

        return read is { Year: >= First and <= Last } ? read : null;
    }

    // An hour that the clock skips in spring is moved by that hour, as people would.
    private static DateTimeOffset InKyiv(DateTime local)
    {
        var real = Kyiv.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, Kyiv.GetUtcOffset(real));
    }
}
