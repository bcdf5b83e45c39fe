using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>
/// Amounts of time in words of Ukrainian and English: «22 занять (30 год. 00 хв.)», «чотири тижні», "6 weeks, 3 hours a week".
/// <paramref name="Calendar"/> is an ISO 8601 duration of days, weeks or months. Ranges and contradictions are not clear and give nothing.
/// </summary>
internal readonly partial record struct TimeWords(string? Iso, int? Minutes, int? WeeklyMinutes, int? Weeks, string? Calendar)
{
    private static readonly string[] Ukrainian = ["один|одна|одну", "два|дві", "три", "чотири", "п.ять", "шість", "сім", "вісім", "дев.ять", "десять", "одинадцять", "дванадцять"];
    private static readonly string[] English = ["one|an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static TimeWords Read(string? text)
    {
        var bare = text?.Trim() ?? "";
        if (bare.Length is 0 or > 200)
        {
            return default;
        }

        if (IsoDuration().IsMatch(bare))
        {
            var weeksOnly = WeeksOnly().Match(bare);
            return new(bare.ToUpperInvariant(), null, null, weeksOnly.Success ? int.Parse(weeksOnly.Groups[1].Value, CultureInfo.InvariantCulture) : null, null);
        }

        var lower = InDigits(bare.ToLowerInvariant().Replace('\u00A0', ' '));
        if (Range().IsMatch(lower))
        {
            return default;
        }

        var amounts = Amount().Matches(lower).Select(Clock).ToList();
        var weekly = amounts.Where(amount => amount.IsWeekly).Select(amount => amount.Minutes).Distinct().ToList();
        var whole = amounts.Where(amount => !amount.IsWeekly).Select(amount => amount.Minutes).Distinct().ToList();
        var calendar = Calendars().Matches(lower).Select(Days).Distinct().ToList();
        return new(
            null,
            whole is [var minutes] ? minutes : null,
            weekly is [var each] ? each : null,
            calendar is [(var count, 'W')] ? count : null,
            calendar is [var (number, unit)] && number > 0 ? string.Create(CultureInfo.InvariantCulture, $"P{number}{unit}") : null);
    }

    private static (int Minutes, bool IsWeekly) Clock(Match match)
    {
        var hours = match.Groups["h"].Success ? decimal.Parse(match.Groups["h"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        return ((int)(hours * 60) + minutes, match.Groups["week"].Success);
    }

    private static (int Number, char Unit) Days(Match match) => (
        int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture),
        match.Groups["unit"].Value switch
        {
            ['т', ..] or ['w', ..] => 'W',
            ['м', ..] or ['m', ..] => 'M',
            _ => 'D',
        });

    private static string InDigits(string text)
    {
        for (var i = 0; i < Ukrainian.Length; i++)
        {
            text = Regex.Replace(text, $@"\b(?:{Ukrainian[i]}|{English[i]})\b(?=\s+(?:год|хв|тиж|міс|дн|ден|hour|week|month|day|min))", (i + 1).ToString(CultureInfo.InvariantCulture), RegexOptions.CultureInvariant);
        }

        return text;
    }

    // ISO 8601 §5.5.2.
    [GeneratedRegex(@"^P(?=\d|T\d)(?:\d{1,4}W|(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,6}S)?)?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();

    [GeneratedRegex(@"^P(\d{1,4})W\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WeeksOnly();

    [GeneratedRegex(@"\d\s*(?:[-–—]|до|to|або|or)\s*\d|\bпо\s+\d|\beach\b|\bper (?:lesson|session|module|day)\b|кожн", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\d.,])(?:(?<h>\d{1,4}(?:[.,]\d)?)\s*(?:академічн\w*\s+|акад\.\s*|ак\.\s*|academic\s+)?(?:годин\w*|год\b|г\b|hours?\b|hrs?\b|h\b)\.?(?:\s*,?\s*(?:та\s+|and\s+)?(?<m>\d{1,2})\s*(?:хвилин\w*|хв\b|minutes?\b|mins?\b|m\b)\.?)?|(?<m>\d{1,4})\s*(?:хвилин\w*|хв\b|minutes?\b|mins?\b)\.?)(?<week>\s*(?:на|/|per|a|each|every)\s*(?:тиждень|тиж|week|wk))?", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<![\d.,])(?<n>\d{1,3})\s*(?:календарн\w*\s+|навчальн\w*\s+)?(?<unit>тижн\w*|тиждень|weeks?\b|wks?\b|місяц\w*|міс\b|months?\b|днів\b|дні\b|день\b|days?\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Calendars();
}
