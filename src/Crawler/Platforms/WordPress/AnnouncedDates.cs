using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Finds in an announcement the day on which a course or webinar begins; the day until which one may register is none.</summary>
internal static partial class AnnouncedDates
{
    private static readonly string[] Months =
        ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

    private static readonly string[] EnglishMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>As <c>yyyy-MM-dd</c>, with the time of day where one is named; null where no beginning is.</summary>
    public static string? Start(string text, DateTime? posted)
    {
        foreach (var match in Begins().Matches(text).Concat(HeldOn().Matches(text)).Concat(LoneDate().Matches(text)))
        {
            if (Day(match, posted) is { } day)
            {
                var hour = match.Groups["hour"] is { Success: true } at ? $"T{at.Value.Replace('.', ':').PadLeft(5, '0')}" : "";
                return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}{hour}");
            }
        }

        return null;
    }

    private static DateTime? Day(Match match, DateTime? posted)
    {
        var month = match.Groups["month"].Value.ToLowerInvariant();
        var number = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Math.Max(Array.IndexOf(Months, month), Array.IndexOf(EnglishMonths, month)) + 1;
        var day = int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var said = match.Groups["year"] is { Success: true } year ? int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : (int?)null;
        if (number is < 1 or > 12 || day < 1 || (said ?? posted?.Year) is not { } known || known is < 2000 or > 2100 || day > DateTime.DaysInMonth(known, number)) return null;
        var date = new DateTime(known, number, day);
        // Announced in December for January.
        return said is null && posted is { } at && date < at.Date.AddMonths(-1) && (number, day) != (2, 29) ? date.AddYears(1) : date;
    }

    private const string Date = @"(?:(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})|(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})|(?<day>\d{1,2})\s+(?<month>січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+(?<year>\d{4}))?)(?:\s*року|\s*р\.)?(?:,?\s*(?:о|об|at|з)?\s*(?<hour>\d{1,2}[:.]\d{2})(?![\d.]))?";

    [GeneratedRegex(@"\b(?:початок|старт|стартує|розпочнеться|розпочинається|починається|почнеться|дата|коли|starts?|begins|date)\b[^\S\n]*(?:курсу|навчання|вебінару|:|–|—|-|on|\s)*" + Date, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(Date + @"[^.\n]{0,60}?\b(?:відбудеться|стартує|розпочнеться|починається|почнеться|пройде|will take place)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeldOn();

    // A cell of a table, a line that holds nothing else.
    [GeneratedRegex(@"(?:^|\|)\s*" + Date + @"\s*(?:\||$)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LoneDate();
}
