using System.Globalization;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>Dates as the protocol writes them (OAI-PMH 2.0 §3.3): seconds of UTC, or whole days; both bounds of a range are included.</summary>
internal static class OaiDates
{
    private const string Day = "yyyy-MM-dd";
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A datestamp: the second in which it lies.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Second, CultureInfo.InvariantCulture);

    /// <summary>Reads «from» and «until», either of which may be absent.</summary>
    public static OaiError? Read(string? from, string? until, out ChangeRange range)
    {
        range = new();
        if (from is not null && Of(from) is null)
            return Unreadable("from", from);
        if (until is not null && Of(until) is null)
            return Unreadable("until", until);
        if (from is not null && until is not null && from.Length != until.Length)
            return OaiError.BadArgument("«from» and «until» are both days or both seconds.");
        range = new(from is null ? null : Of(from), until is null ? null : After(until));
        return range.From >= range.Before ? OaiError.BadArgument("«from» is later than «until».") : null;
    }

    private static OaiError Unreadable(string name, string value) =>
        OaiError.BadArgument($"«{OaiError.Shown(value)}» is no date; write «{name}» as 2026-11-20 or 2026-11-20T03:15:00Z.");

    private static DateTimeOffset? Of(string text) => DateTimeOffset.TryParseExact(
        text, text.Length == Day.Length ? Day : Second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    // The first moment that is not meant any more; the last day of the calendar has none.
    private static DateTimeOffset? After(string text)
    {
        var step = text.Length == Day.Length ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(1);
        return Of(text) is { } time && DateTimeOffset.MaxValue - time > step ? time + step : null;
    }
}
