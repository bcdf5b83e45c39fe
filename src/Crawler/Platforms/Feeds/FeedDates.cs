using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>Dates of feeds: RFC 822 with two- and four-digit years and names of zones, RFC 3339, and what generators make of both (Ukrainian and Russian names of days and months, missing seconds, «GMT+2»). Pure.</summary>
internal static partial class FeedDates
{
    private static readonly string[] Months = ["jan|січ|янв", "feb|лют|фев", "mar|бер|мар", "apr|кві|апр", "may|тра|мая|май", "jun|чер|июн", "jul|лип|июл", "aug|сер|авг", "sep|вер|сен", "oct|жов|окт", "nov|лис|ноя", "dec|гру|дек"];

    /// <summary>Null where no date can be read, and for years outside 1990 to 2100. A date without a zone is taken for UTC: only order matters here.</summary>
    public static DateTimeOffset? Of(string? text)
    {
        var bare = Words.Plain(text);
        if (bare is null || bare.Length > 100) return null;
        var read = Mail(bare) ?? (DateTimeOffset.TryParse(bare, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null);
        return read is { Year: >= 1990 and <= 2100 } ? read.Value.ToUniversalTime() : null;
    }

    private static DateTimeOffset? Mail(string text)
    {
        var match = MailForm().Match(text);
        if (!match.Success || Array.FindIndex(Months, names => names.Split('|').Any(name => match.Groups["month"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase))) is not (>= 0 and var month)) return null;
        var year = Number(match, "year");
        // RFC 2822 §4.3.
        year += match.Groups["year"].Length > 2 ? 0 : year < 50 ? 2000 : 1900;
        var (day, hour, minute, second) = (Number(match, "day"), Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (year is < 1 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month + 1) || hour > 24 || minute > 59 || second > 60) return null;
        return new DateTimeOffset(year, month + 1, day, 0, 0, 0, TimeSpan.Zero).AddHours(hour).AddMinutes(minute).AddSeconds(second) - Zone(match.Groups["zone"].Value.ToUpperInvariant());
    }

    private static int Number(Match match, string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Zone(string zone)
    {
        var offset = Offset().Match(zone);
        if (offset.Success)
        {
            var span = new TimeSpan(Math.Min(14, Number(offset, "h")), Math.Min(59, Number(offset, "m")), 0);
            return offset.Groups["sign"].Value == "+" ? span : -span;
        }

        return TimeSpan.FromHours(zone switch
        {
            "EET" or "CEST" => 2,
            "EEST" or "MSK" => 3,
            "CET" or "BST" => 1,
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => 0,
        });
    }

    // «Sat, 21 Nov 2026 10:00:00 +0200», «21 листопада 2026 р. 10:00», «Nov 21, 2026 10:00».
    [GeneratedRegex(@"^(?:\p{L}+\.?,?\s+)?(?:(?<day>\d{1,2})[\s-]+(?<month>\p{L}{3,})\.?|(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2}),?)[\s-]+(?<year>\d{4}|\d{2})(?:\s*р\.)?(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?\s*(?<zone>[A-Za-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{1,2}:?\d{2})?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MailForm();

    [GeneratedRegex(@"(?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
