using System.Globalization;
using System.Net.Http.Headers;

namespace DcCourseIndex.Crawler.Fetching.Pacing;

/// <summary>How long a portal asks to be left alone (RFC 9110 §10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    // A slip of the portal must not silence it for years.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>The wait from now on, never negative, at most 30 days; null where the header is missing or not understood.</summary>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        if (header is null || !RetryConditionHeaderValue.TryParse(header, out var value))
        {
            return null;
        }
        var wait = value.Delta ?? value.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }

    /// <summary>«come back after …», for messages.</summary>
    public static string ComeBack(DateTimeOffset at) =>
        $"come back after {at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC";
}
